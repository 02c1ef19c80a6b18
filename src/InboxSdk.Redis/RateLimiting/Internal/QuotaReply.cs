using InboxSdk.Server;
using StackExchange.Redis;

namespace InboxSdk.RateLimiting;

/// <summary>Specifies the result of a call of the script.</summary>
internal enum QuotaStatus
{
    /// <summary>Another call holds the guard.</summary>
    Busy = (int)GuardedScript.Busy,

    Granted = 0,

    /// <summary>A later call of the same process was executed before.</summary>
    Outdated,

    /// <summary>The state does not have the history of this process: it is new, or another one.</summary>
    Unknown,
}

/// <summary>The reply of the shared state.</summary>
internal sealed record QuotaReply
{
    private const int FirstWindow = 12;

    public QuotaStatus Status { get; private init; }

    /// <summary>Gets the time of the state in milliseconds, if it is granted or unknown.</summary>
    public long ServerTime { get; private init; }

    public int InteractiveCount { get; private init; }

    public int BulkCount { get; private init; }

    /// <summary>Gets the time until the next interactive permit; <see langword="null"/> if it depends on the requests in flight.</summary>
    public TimeSpan? InteractiveWait { get; private init; }

    /// <summary>Gets the time until the next bulk permit, as above.</summary>
    public TimeSpan? BulkWait { get; private init; }

    public long Epoch { get; private init; }

    /// <summary>Gets the permits of all processes in flight.</summary>
    public int InFlightCount { get; private init; }

    public int ProcessCount { get; private init; }

    public TimeSpan PausedFor { get; private init; }

    /// <summary>Gets the limit of slow start, 0 if it is complete.</summary>
    public int Ramp { get; private init; }

    /// <summary>Gets the number of processes that limit their requests alone, or may do so.</summary>
    public int SilentCount { get; private init; }

    /// <summary>Gets the requests in each window, without those in flight.</summary>
    public IReadOnlyList<int> Used { get; private init; } = [];

    public static QuotaReply Parse(RedisResult result)
    {
        var values = (long[]?)result;
        if (values is not [var status and >= (int)QuotaStatus.Busy and <= (int)QuotaStatus.Unknown, ..] || (status == (int)QuotaStatus.Granted && values.Length < FirstWindow))
            throw new RedisServerException(RedisErrorKind.Unknown, CommandFlags.None, "The script returned an unexpected reply.");
        return status != (int)QuotaStatus.Granted ? new() { Status = (QuotaStatus)status, ServerTime = values.Length > 1 ? values[1] : 0 } : new()
        {
            ServerTime = values[1],
            InteractiveCount = (int)values[2],
            BulkCount = (int)values[3],
            InteractiveWait = Wait(values[4]),
            BulkWait = Wait(values[5]),
            Epoch = values[6],
            InFlightCount = (int)values[7],
            ProcessCount = (int)values[8],
            PausedFor = TimeSpan.FromMilliseconds(values[9]),
            Ramp = (int)values[10],
            SilentCount = (int)values[11],
            Used = [.. values[FirstWindow..].Select(used => (int)used)],
        };
    }

    private static TimeSpan? Wait(long milliseconds) => milliseconds < 0 ? null : TimeSpan.FromMilliseconds(milliseconds);
}
