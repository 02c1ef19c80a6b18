namespace InboxSdk;

/// <summary>Says when and how often a request is sent again.</summary>
/// <remarks>A request the server refused for its quota (429) is always safe to send again. After a fault of the network or the server (408, 500, 502,
/// 503, 504) only calls that do no harm twice are: of the facade all but <see cref="ITagsClient.CreateAsync"/>; of v2 all but creating tags and statuses, editing
/// a message, adding a reaction and showing that the team is typing.</remarks>
public sealed class InboxRetryOptions
{
    /// <summary>Gets or sets how many times a request is sent again at most, 0 to 10. 3 by default; 0 turns retries off.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>Gets or sets what the first wait is drawn below; each further wait is drawn below twice as much. 500 ms by default; above zero, at most 1 hour.</summary>
    /// <remarks>Waits are drawn evenly between zero and that bound ("full jitter"), so that many clients do not return in step.</remarks>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Gets or sets the most that bound grows to. 8 seconds by default; <see cref="BaseDelay"/> to 1 hour.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Gets or sets the longest <c>Retry-After</c> that is waited for, 0 to 1 hour. 60 seconds by default.</summary>
    /// <remarks>A longer one fails the call at once, with the time on <see cref="InboxRateLimitException.RetryAfter"/> or <see cref="InboxPlatformException.RetryAfter"/>.
    /// One that is waited for is never cut short. <see cref="QuotaPriority.Bulk"/> requests wait for the quota however long it takes.</remarks>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    internal InboxRetryOptions Copy() => (InboxRetryOptions)MemberwiseClone();
}
