using System.Diagnostics;
using System.Globalization;
using InboxSdk.Errors;
using InboxSdk.Http;

namespace InboxSdk.Diagnostics;

/// <summary>Records calls on the activity source and the meter <c>InboxSdk</c>, with the names of the OpenTelemetry conventions for HTTP
/// that apply to calls. No tag contains the id of an object, a query, a body or a token. Without a listener, the only cost is the check for one.</summary>
internal static class Telemetry
{
    public const string Name = "InboxSdk";

    public static readonly string Version = UserAgent.Version;

    private static readonly ActivitySource Source = new(Name, Version);

    public static bool IsEnabled => Metrics.IsCallDurationEnabled || Source.HasListeners();

    /// <summary>Creates the tags that are known before a call starts.</summary>
    public static TagList Tags(InboxOperation operation, HttpRequestMessage request, Uri baseAddress) => new()
    {
        { "inbox.operation", operation.Name },
        { "http.request.method", request.Method.Method },
        { "url.template", baseAddress.AbsolutePath.TrimEnd('/') + operation.Route },
        { "server.address", baseAddress.IdnHost },
        { "server.port", baseAddress.Port },
    };

    /// <summary>Starts the activity of a call. Each attempt has a child activity of <see cref="HttpClient"/>.</summary>
    /// <param name="operation">The operation, which names the activity.</param>
    /// <param name="tags">The tags available to samplers.</param>
    public static Activity? Begin(InboxOperation operation, in TagList tags) =>
        Source.HasListeners() ? Source.StartActivity(operation.Name, ActivityKind.Internal, parentContext: default, tags) : null;

    public static void End(Activity? activity, InboxCall call, TagList tags, HttpResponseMessage? response, Exception? exception)
    {
        if (response is not null)
            tags.Add("http.response.status_code", (int)response.StatusCode);
        if (ErrorType(response, exception) is { } error)
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
        if (Activity.Current is { } activity && activity.Source == Source)
            activity.AddEvent(new ActivityEvent("retry", tags: new() { { "error.type", reason }, { "inbox.retry.delay", delay.TotalSeconds } }));
    }

    /// <summary>The error type, from a small set of names: a status or an exception type. Logs, metrics and traces use the same name for a failure.</summary>
    public static string? ErrorType(HttpResponseMessage? response, Exception? exception) =>
        exception is not null ? exception.GetType().FullName
        : response is { IsSuccessStatusCode: false } ? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)
        : null;
}
