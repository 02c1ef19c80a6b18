namespace InboxSdk;

/// <summary>Represents the result of a request with a permit, and what its response reports about the rate limit. The default value is a request that was not sent.</summary>
public readonly record struct InboxPermitResult
{
    /// <summary>Gets the outcome. The default is <see cref="InboxPermitOutcome.NotSent"/>.</summary>
    public InboxPermitOutcome Outcome { get; init; }

    /// <summary>Gets the limit of the server's window, 0 or more, or <see langword="null"/> if the response omits it.</summary>
    public int? Limit { get; init; }

    /// <summary>Gets the number of requests left in the server's window, 0 or more, or <see langword="null"/> if the response omits it.</summary>
    public int? Remaining { get; init; }

    /// <summary>Gets the time until the server's window resets, on the server's clock, negative if it already has; <see langword="null"/> if the response omits
    /// it.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>Gets the delay after a rejection (<c>Retry-After</c>, or else the reset of the window), zero to 365 days; <see langword="null"/> if the response omits it
    /// or is not a rejection.</summary>
    /// <remarks>If an intermediary rejected the request, instead of the API, it is at most <see cref="InboxRetryOptions.MaxDelay"/>, because the rejection is unrelated to the
    /// team's quota.</remarks>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the length of the exhausted window (a minute, an hour or a day), as reported by the API's rejection; <see langword="null"/> if the response omits it or is not
    /// a rejection, and on v1.</summary>
    public TimeSpan? Window { get; init; }
}
