namespace InboxSdk;

/// <summary>Describes a request that needs a permit.</summary>
public readonly record struct InboxPermitRequest
{
    /// <summary>Gets the kind of the request: <see cref="RateLimitKind.Read"/> (the default) or <see cref="RateLimitKind.Write"/>.</summary>
    public RateLimitKind Kind { get; init; }

    /// <summary>Gets the priority of the request. The default is <see cref="RateLimitPriority.Interactive"/>.</summary>
    public RateLimitPriority Priority { get; init; }

    /// <summary>Gets the maximum wait, zero or more. The default is zero, which allows no wait; <see cref="TimeSpan.MaxValue"/> allows any.</summary>
    public TimeSpan MaxWait { get; init; }
}
