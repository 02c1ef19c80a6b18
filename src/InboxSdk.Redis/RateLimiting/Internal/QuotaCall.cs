namespace InboxSdk.RateLimiting;

/// <summary>What a process reports to the shared state of a quota, and the permits it needs.</summary>
internal sealed record QuotaCall
{
    /// <summary>Gets the state that the process knows: when it was created, or 0 for none.</summary>
    public long Epoch { get; init; }

    /// <summary>Gets the permits of the process in flight. It replaces what the state has, so permits of a reply that was lost are free again.</summary>
    public int HeldCount { get; init; }

    /// <summary>Gets whether the process permits requests without the shared state until it has the reply, so that this call cannot report them.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Gets when the call was made, at the earliest, on the clock of the state in milliseconds; 0 if the process does not know that clock yet.</summary>
    public long MadeAt { get; init; }

    /// <summary>Gets the number of processes that shared the state as of the last reply, for which a new state waits; 0 without one.</summary>
    public int KnownProcessCount { get; init; }

    public int InteractiveCount { get; init; }

    public int BulkCount { get; init; }

    /// <summary>Gets the completed requests that have not been reported before, oldest first.</summary>
    public IReadOnlyList<UsageStep> Completed { get; init; } = [];

    /// <summary>Gets the number of all requests that the process has completed, with which the state recognizes those that a call without a reply has reported.</summary>
    public long CompletedTotal { get; init; }

    /// <summary>Gets all completed requests per window, to restore a state that was lost; <see langword="null"/> if it exists as far as known.</summary>
    public IReadOnlyList<IReadOnlyList<UsageStep>>? History { get; init; }

    /// <summary>Gets the number of requests that were not rejected.</summary>
    public int AcceptedCount { get; init; }

    /// <summary>Gets the time until which a rejection pauses all requests, or <see langword="null"/> if there was none.</summary>
    public long? PausedUntil { get; init; }

    public ReportedUsage? Reported { get; init; }

    /// <summary>Gets the limit of each window: the configured one, or a lower one that the API reported.</summary>
    public required IReadOnlyList<int> Limits { get; init; }

    /// <summary>Gets how long the permits in flight remain reserved without another call.</summary>
    public required TimeSpan Lease { get; init; }
}

/// <summary>The usage of a window according to the headers of a response.</summary>
/// <param name="Window">The index of the window.</param>
/// <param name="Remaining">The number of requests left.</param>
/// <param name="RetryAfter">The delay after a rejection, or <see langword="null"/>.</param>
internal readonly record struct ReportedUsage(int Window, int Remaining, TimeSpan? RetryAfter);
