using System.Diagnostics;
using System.Globalization;
using InboxSdk.Http;

namespace InboxSdk.Diagnostics;

/// <summary>Tells of each call, on the activity source and the meter <c>InboxSdk</c>, by the names of OpenTelemetry's conventions for HTTP as
/// far as they are about a call. Nothing it tells holds an id, a query, a body or a token. Without a listener it costs nothing but the question.</summary>
internal static class Telemetry
{
    public const string Name = "InboxSdk";

    public static readonly string? Version = typeof(Telemetry).Assembly.GetName().Version?.ToString(3);

    private static readonly ActivitySource Source = new(Name, Version);

    public static bool IsHeard => Metrics.CallsAreHeard || Source.HasListeners();

    /// <summary>What is known of a call before it begins.</summary>
    public static TagList Labels(InboxOperation operation, HttpRequestMessage request, Uri baseAddress) => new()
    {
        { "inbox.operation", operation.Name },
        { "http.request.method", request.Method.Method },
        { "url.template", baseAddress.AbsolutePath.TrimEnd('/') + operation.Route },
        { "server.address", baseAddress.IdnHost },
        { "server.port", baseAddress.Port },
    };

    /// <summary>Begins to tell of a call. Each attempt has an activity of <see cref="HttpClient"/>'s own within it.</summary>
    /// <param name="operation">The operation, which names the activity.</param>
    /// <param name="labels">What samplers may decide by.</param>
    public static Activity? Begin(InboxOperation operation, in TagList labels) =>
        Source.HasListeners() ? Source.StartActivity(operation.Name, ActivityKind.Internal, parentContext: default, labels) : null;

    public static void End(Activity? activity, InboxCall call, TagList labels, HttpResponseMessage? response, Exception? exception)
    {
        if (response is not null)
            labels.Add("http.response.status_code", (int)response.StatusCode);
        if (ErrorType(response, exception) is { } error)
            labels.Add("error.type", error);

        Metrics.CallEnded(call.Elapsed, labels);
        if (activity is null)
            return;
        foreach (var (name, value) in labels)
            activity.SetTag(name, value);
        if (call.Attempts > 1)
            activity.SetTag("http.request.resend_count", call.Attempts - 1);
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

    /// <summary>What went wrong, from a small set of names: a status, or an exception's type. Everything that is told of a failure has this one name for it.</summary>
    public static string? ErrorType(HttpResponseMessage? response, Exception? exception) =>
        exception is not null ? exception.GetType().FullName
        : response is { IsSuccessStatusCode: false } ? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)
        : null;
}
