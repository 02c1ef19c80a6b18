namespace InboxSdk.Sandbox.RateLimits;

/// <summary>Counts requests against one limit. Not safe for concurrent use: stacked windows are asked and taken from under one lock.</summary>
internal interface IRateWindow
{
    /// <summary>The permits of a whole window.</summary>
    int Limit { get; }

    /// <summary>How long a window is.</summary>
    TimeSpan Length { get; }

    /// <summary>The permits left.</summary>
    int Remaining(DateTimeOffset now);

    /// <summary>Takes permits, at most as many as remain.</summary>
    void Take(int count, DateTimeOffset now);

    /// <summary>When the next permit comes back; asked only while one is taken.</summary>
    DateTimeOffset NextPermit(DateTimeOffset now);
}
