namespace InboxSdk;

/// <summary>Represents a wait for the rate limit.</summary>
public readonly record struct RateLimitWait
{
    /// <summary>Gets the kind of the waiting request.</summary>
    public RateLimitKind Kind { get; init; }

    /// <summary>Gets when the first waiting request is permitted, as far as known, on the clock of <see cref="InboxClientOptions.TimeProvider"/>.</summary>
    public DateTimeOffset Until { get; init; }
}
