namespace InboxSdk;

/// <summary>Provides options for retries.</summary>
/// <remarks>A request that the server rejected because of the rate limit (429) can always be retried. After a network or server error (408, 5xx) a request is retried only if
/// that is safe: of the facade all except <see cref="ITagsClient.CreateAsync"/>; of v2 all except creating tags and statuses, editing
/// a message, adding a reaction and showing that the team is typing.</remarks>
public sealed class InboxRetryOptions
{
    /// <summary>Gets or sets the maximum number of retries, 0 to 10. The default is 3; 0 disables retries.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>Gets or sets the base delay, greater than zero and at most 1 hour. The default is 500 ms.</summary>
    /// <remarks>Delays use exponential back-off with full jitter: the n-th delay is a random value between zero and the base delay times 2^(n-1), so that many clients do not
    /// retry in step.</remarks>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Gets or sets the maximum of the back-off before jitter, <see cref="BaseDelay"/> to 1 hour. The default is 8 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Gets or sets the longest <c>Retry-After</c> that the client waits for, 0 to 1 hour. The default is 60 seconds.</summary>
    /// <remarks>If it is longer, the call fails immediately, and <see cref="InboxRateLimitException.RetryAfter"/> or <see cref="InboxPlatformException.RetryAfter"/> is the delay.
    /// A delay is never shortened. <see cref="RateLimitPriority.Bulk"/> requests wait for the rate limit without a time limit.</remarks>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    internal InboxRetryOptions Copy() => (InboxRetryOptions)MemberwiseClone();
}
