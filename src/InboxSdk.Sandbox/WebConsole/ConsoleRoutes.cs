using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>The endpoints below <c>/sandbox</c>, except for the stream.</summary>
internal static class ConsoleRoutes
{
    public static Route[] Create(InboxSandboxOptions options, SandboxParts parts, ExchangeLog exchanges)
    {
        var inbox = new InboxHandlers(parts.State);
        var requests = new ExchangeHandlers(parts.Requests, exchanges);
        var limits = new LimitHandlers(parts);
        var faults = new FaultHandlers(parts.Faults, parts.Clock);
        var webhooks = new WebhookHandlers(parts.Webhooks);
        var state = new StateHandlers(options, parts);

        return
        [
            new("GET", "team", inbox.Team),
            new("GET", "threads", inbox.Threads),
            new("GET", "threads/{id}", inbox.Thread),
            new("PATCH", "threads/{id}", inbox.UpdateThread),
            new("POST", "threads/{id}/messages", inbox.Write),
            new("PATCH", "messages/{id}", inbox.Edit),
            new("POST", "messages/{id}/reactions", inbox.React),
            new("DELETE", "messages/{id}/reactions", inbox.Unreact),
            new("POST", "prospects", inbox.AddPerson),
            new("PATCH", "prospects/{id}", inbox.UpdateProspect),

            new("GET", "requests", requests.List),
            new("GET", "requests/{number}", requests.Get),
            new("DELETE", "requests", requests.Clear),

            new("GET", "limits", limits.Get),
            new("PATCH", "limits", limits.Update),
            new("POST", "limits/exhaust", limits.Exhaust),

            new("GET", "faults", faults.List),
            new("POST", "faults", faults.Add),
            new("DELETE", "faults", faults.Clear),
            new("DELETE", "faults/{number}", faults.Remove),

            new("GET", "webhooks", webhooks.List),
            new("POST", "webhooks", webhooks.Add),
            new("DELETE", "webhooks/{number}", webhooks.Remove),
            new("POST", "webhooks/{number}/faults", webhooks.AddFault),
            new("DELETE", "webhooks/{number}/faults", webhooks.ClearFaults),
            new("GET", "deliveries", webhooks.Deliveries),
            new("GET", "deliveries/{number}", webhooks.Delivery),
            new("POST", "deliveries/{number}", webhooks.Redeliver),

            new("GET", "state", state.Download),
            new("PUT", "state", state.Upload) { IsLong = true },
            new("POST", "state/reset", state.Reset) { IsLong = true },
            new("POST", "state/prospects", state.AddProspects) { IsLong = true },
        ];
    }

    /// <summary>The number in a path.</summary>
    public static int NumberOf(ApiCall call) => int.TryParse(call.Id, out var number) ? number : throw NotFound(call.Id);

    public static ApiError NotFound(string id) => ApiError.NotFound("NOT_FOUND", $"There is nothing with the number or id '{id}'.");
}
