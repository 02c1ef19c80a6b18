namespace InboxSdk;

/// <summary>Describes a request that needs a permit.</summary>
public readonly record struct InboxPermitRequest
{
    /// <summary>Gets the kind of the request: <see cref="RateLimitKind.Read"/> (the default) or <see cref="RateLimitKind.Write"/>.</summary>
    public RateLimitKind Kind { get; init; }

    /// <summary>Gets the priority of the request. The default is <see cref="RateLimitPriority.Interactive"/>.</summary>
    public RateLimitPriority Priority { get; init; }

    /// <summary>Gets the longest time that the request may wait, zero or more. Zero, the default, when it must be sent now or not at all; <see cref="TimeSpan.MaxValue"/> for no
    /// bound.</summary>
    public TimeSpan MaxWait { get; init; }
}
