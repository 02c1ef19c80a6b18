using InboxSdk.FaultMatrix.Judging;

namespace InboxSdk.Gateways;

/// <summary>Describes the result of a call for an application, for a table.</summary>
internal static class Seen
{
    public static string Of(bool isRight) => isRight ? "✓" : "**wrong result**";

    public static string Of(Exception exception) => exception switch
    {
        InboxApiException api => $"`{api.GetType().Name}` {(int)api.StatusCode}{(api.Code is null ? "" : $" {api.Code}")}",
        InboxTransportException transport => $"`{transport.GetType().Name}` {transport.Reason}",
        _ => $"`{exception.GetType().Name}`",
    };

    /// <summary>Describes the outcome of a write with a failing API: the exception, its statements, and the actual effects.</summary>
    public static string Of(Observation seen) =>
        $"{Outcome(seen)}, "
        + $"{(seen.Sent == seen.Arrivals.Count ? $"{seen.Sent}" : $"{seen.Sent} sent, **{seen.Arrivals.Count} arrived**")}"
        + $"{(seen.Effects > 1 || seen.Arrivals.Count(arrival => arrival.IsApplied) > seen.Sent ? ", **doubled**" : "")}"
        + $"{(seen.Exception is InboxException { MayHaveTakenEffect: false } && seen.IsApplied ? ", **effect denied**" : "")}";

    /// <summary>Describes the outcome of a call that may not reach the API.</summary>
    public static string OnTheWay(Observation seen) => $"{Outcome(seen)}, {seen.Sent}";

    private static string Outcome(Observation seen) => seen.Exception is { } exception ? Of(exception) : Of(seen.IsResultRight);
}
