using System.Diagnostics;
using InboxSdk.Diagnostics;

namespace InboxSdk.Pipeline;

/// <summary>Records calls on the activity source and the meter <c>InboxSdk</c>, with the names of the OpenTelemetry conventions for HTTP
/// that apply to calls. No tag contains the id of an object, a query, a body or a token. Without a listener, the only cost is the check for one.</summary>
internal static class CallTelemetry
{
    public static bool IsEnabled => Metrics.IsCallDurationEnabled || Telemetry.Source.HasListeners();

    /// <summary>Creates the tags that are known before a call starts.</summary>
    public static TagList Tags(InboxCall call, HttpRequestMessage request, Uri baseAddress) => new()
    {
        { "inbox.operation", call.Operation.Name },
        { "http.request.method", request.Method.Method },
        { "url.template", baseAddress.AbsolutePath.TrimEnd('/') + call.Route },
        { "server.address", baseAddress.IdnHost },
        { "server.port", baseAddress.Port },
    };

    /// <summary>Starts the activity of a call. Each attempt has a child activity of <see cref="HttpClient"/>.</summary>
    /// <param name="operation">The operation, which names the activity.</param>
    /// <param name="tags">The tags available to samplers.</param>
    public static Activity? Begin(InboxOperation operation, in TagList tags) =>
        Telemetry.Source.HasListeners() ? Telemetry.Source.StartActivity(operation.Name, ActivityKind.Internal, parentContext: default, tags) : null;

    public static void End(Activity? activity, InboxCall call, TagList tags, HttpResponseMessage? response, Exception? exception)
    {
        if (response is not null)
            tags.Add("http.response.status_code", (int)response.StatusCode);
        if (Telemetry.ErrorType(response, exception) is { } error)
            tags.Add("error.type", error);

        Metrics.CallEnded(call.Elapsed, tags);
        if (activity is null)
            return;
        foreach (var (name, value) in tags)
            activity.SetTag(name, value);
        if (call.Attempts > 1)
            activity.SetTag("http.request.resend_count", call.Attempts - 1);
        if (response is not null && ResponseHeaders.RequestId(response) is { } requestId)
            activity.SetTag("inbox.request_id", requestId);
        if (call.Error.Code is { } code)
            activity.SetTag("inbox.error.code", code);
        if (exception is not null || response is { IsSuccessStatusCode: false })
            activity.SetStatus(ActivityStatusCode.Error);
    }

    public static void Retried(string reason, TimeSpan delay)
    {
        if (Activity.Current is { } activity && activity.Source == Telemetry.Source)
            activity.AddEvent(new ActivityEvent("retry", tags: new() { { "error.type", reason }, { "inbox.retry.delay", delay.TotalSeconds } }));
    }
}
