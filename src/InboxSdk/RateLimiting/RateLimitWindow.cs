namespace InboxSdk;

/// <summary>Represents a limit of requests in a sliding window.</summary>
public sealed class RateLimitWindow
{
    /// <summary>Gets or sets the maximum number of requests, 1 to 1,000,000. Required.</summary>
    public int Limit { get; set; }

    /// <summary>Gets or sets the length of the window, 1 second to 7 days. Required.</summary>
    public TimeSpan Length { get; set; }
}
