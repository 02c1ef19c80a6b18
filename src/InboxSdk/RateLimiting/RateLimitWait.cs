namespace InboxSdk;

/// <summary>Describes a wait for the rate limit that has begun.</summary>
public readonly record struct RateLimitWait
{
    /// <summary>Gets the kind of the request that waits.</summary>
    public RateLimitKind Kind { get; init; }

    /// <summary>Gets when the first waiting request may be sent, as far as it is known now, by <see cref="InboxClientOptions.TimeProvider"/>.</summary>
    public DateTimeOffset Until { get; init; }
}
