namespace InboxSdk.Sandbox.RateLimits;

/// <summary>Counts requests against one limit. Not thread-safe: combined windows are read and updated under one lock.</summary>
internal interface IRateWindow
{
    /// <summary>The number of permits per window.</summary>
    int Limit { get; }

    /// <summary>The length of a window.</summary>
    TimeSpan Length { get; }

    /// <summary>The permits available.</summary>
    int Remaining(DateTimeOffset now);

    /// <summary>Takes permits, at most as many as are available.</summary>
    void Take(int count, DateTimeOffset now);

    /// <summary>When the next permit is restored; requires that one is taken.</summary>
    DateTimeOffset NextPermit(DateTimeOffset now);
}
