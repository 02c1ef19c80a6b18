using System.Text.Json;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V2;
using InboxSdk.V2;
using InboxSdk.Webhooks;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>Handles the webhooks and their deliveries. Secrets are never returned.</summary>
internal sealed class WebhookHandlers(SandboxWebhooks webhooks)
{
    private const int MaxWebhooks = 20;
    private const int MaxFaults = 1_000;
    private const double MaxDelay = 86_400;

    // The others concern the order of events, which a single delivery does not have.
    private static readonly SandboxWebhookFault[] OfOneDelivery =
        [SandboxWebhookFault.Duplicate, SandboxWebhookFault.Late, SandboxWebhookFault.PreviousSecret, SandboxWebhookFault.Tamper];

    public ApiResponse List(ApiCall call) => ApiResponse.Value(200, json => Write(json, webhooks));

    public ApiResponse Add(ApiCall call)
    {
        var body = call.ReadBody();
        body.RequireOnly(["url", "secret", "types", "format"]);
        if (webhooks.All.Count >= MaxWebhooks)
            throw new ApiError(409, "CONFLICT", $"There are {MaxWebhooks} webhooks already. Remove some first.");
        var types = body.Has("types") ? body.Strings("types") : [];
        var format = body.Has("format") ? LimitHandlers.ReadName<WebhookFormat>(body, "format") : WebhookFormat.V2;
        var webhook = webhooks.Add(FaultKinds.Address(body, "url"), body.Text("secret"), [.. types.Select(type => new InboxEventType(type))], format);
        return ApiResponse.Created(json => WriteWebhook(json, webhook, pendingCount: 0));
    }

    public ApiResponse Remove(ApiCall call)
    {
        webhooks.Remove(Find(call));
        return ApiResponse.NoContent;
    }

    public ApiResponse AddFault(ApiCall call)
    {
        var (webhook, body) = (Find(call), call.ReadBody());
        body.RequireOnly(["fault", "next", "probability"]);
        var fault = LimitHandlers.ReadName<SandboxWebhookFault>(body, "fault");
        if (body.Has("next") == body.Has("probability"))
            throw ApiError.Invalid("Set either 'next' or 'probability'.");
        var (next, random) = webhook.Faults();
        if (next.Count + random.Count >= MaxFaults)
            throw new ApiError(409, "CONFLICT", $"There are {MaxFaults} faults already. Remove them first.");
        if (body.Has("next"))
            webhook.HitNext(fault, body.Integer("next", 1, MaxFaults));
        else
            webhook.HitRandomly(fault, body.Number("probability", 0, 1));
        return ApiResponse.Ok(json => WriteWebhook(json, webhook, pendingCount: 0));
    }

    public ApiResponse ClearFaults(ApiCall call)
    {
        Find(call).ClearFaults();
        return ApiResponse.NoContent;
    }

    public ApiResponse Deliveries(ApiCall call) => ApiResponse.Ok(json =>
        json.WriteArray("deliveries", webhooks.Log.After(0, int.MaxValue), each => WriteSummary(json, each.Number, each.Delivery)));

    public ApiResponse Delivery(ApiCall call)
    {
        var (number, delivery) = FindDelivery(call);
        return ApiResponse.Ok(json =>
        {
            WriteFacts(json, number, delivery);
            json.WriteString("signature"u8, delivery.Signature);
            json.WriteString("body"u8, delivery.Body);
        });
    }

    /// <summary>Sends a delivery again.</summary>
    public ApiResponse Redeliver(ApiCall call)
    {
        var ((_, delivery), body) = (FindDelivery(call), call.ReadBody());
        body.RequireOnly(["fault", "delay"]);
        SandboxWebhookFault? fault = body.Has("fault") ? LimitHandlers.ReadName<SandboxWebhookFault>(body, "fault") : null;
        if (fault is { } known && !OfOneDelivery.Contains(known))
            throw ApiError.Invalid($"'fault' must be one of {string.Join(", ", OfOneDelivery.Select(LimitHandlers.Name))}.");
        var delay = TimeSpan.FromSeconds(body.Has("delay") ? body.Number("delay", 0, MaxDelay) : 0);
        return webhooks.Redeliver(delivery, fault, delay) ? ApiResponse.Empty(202) : throw new ApiError(409, "CONFLICT", "The webhook was removed.");
    }

    public static void Write(Utf8JsonWriter json, SandboxWebhooks webhooks)
    {
        json.WriteStartObject();
        json.WriteArray("webhooks", webhooks.All, each =>
        {
            json.WriteStartObject();
            WriteWebhook(json, each.Webhook, each.PendingCount);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    public static void WriteSummary(Utf8JsonWriter json, long number, SandboxDelivery delivery)
    {
        json.WriteStartObject();
        WriteFacts(json, number, delivery);
        json.WriteEndObject();
    }

    private static void WriteWebhook(Utf8JsonWriter json, SandboxWebhook webhook, int pendingCount)
    {
        var (next, random) = webhook.Faults();
        json.WriteNumber("number"u8, webhook.Number);
        json.WriteString("url"u8, webhook.Url.AbsoluteUri);
        json.WriteString("format"u8, LimitHandlers.Name(webhook.Format));
        json.WriteArray("types", webhook.Types, type => json.WriteStringValue(type.ToString()));
        json.WriteNumber("pendingCount"u8, pendingCount);
        json.WriteArray("nextFaults", next, fault => json.WriteStringValue(LimitHandlers.Name(fault)));
        json.WriteArray("randomFaults", random, each =>
        {
            json.WriteStartObject();
            json.WriteString("fault"u8, LimitHandlers.Name(each.Fault));
            json.WriteNumber("probability"u8, each.Probability);
            json.WriteEndObject();
        });
    }

    private static void WriteFacts(Utf8JsonWriter json, long number, SandboxDelivery delivery)
    {
        json.WriteNumber("number"u8, number);
        json.WriteNumberOrNull("webhook", delivery.Webhook?.Number);
        json.WriteString("url"u8, delivery.Url.AbsoluteUri);
        json.WriteString("type"u8, delivery.Event.Type.ToString());
        json.WriteNumber("seq"u8, delivery.Event.Seq);
        json.WriteNumber("attempt"u8, delivery.AttemptCount);
        json.WriteTime("sentAt", delivery.SentAt);
        json.WriteNumberOrNull("status", delivery.StatusCode);
        json.WriteString("error"u8, delivery.Error);
        json.WriteString("fault"u8, delivery.Fault is { } fault ? LimitHandlers.Name(fault) : null);
        json.WriteNumber("milliseconds"u8, Math.Round((decimal)delivery.Duration.TotalMilliseconds, 1));
        json.WriteBoolean("isAccepted"u8, delivery.IsAccepted);
    }

    private SandboxWebhook Find(ApiCall call) => webhooks.Find(ConsoleRoutes.NumberOf(call)) ?? throw ConsoleRoutes.NotFound(call.Id);

    private (int Number, SandboxDelivery Delivery) FindDelivery(ApiCall call)
    {
        var number = ConsoleRoutes.NumberOf(call);
        return (number, webhooks.Log.Find(number) ?? throw ConsoleRoutes.NotFound(call.Id));
    }
}
