namespace InboxSdk;

/// <summary>Specifies how many requests may be sent within a sliding window of time.</summary>
public sealed class RateLimitWindow
{
    /// <summary>Gets or sets the number of requests, 1 to 1,000,000. There is no default: it must be set.</summary>
    public int Limit { get; set; }

    /// <summary>Gets or sets the length of the window, 1 second to 7 days. There is no default: it must be set.</summary>
    public TimeSpan Length { get; set; }
}
