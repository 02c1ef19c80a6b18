namespace InboxSdk;

/// <summary>What came of a request that had a permit, and what its response says about the rate limit. The default value stands for a request that was not sent.</summary>
public readonly record struct InboxPermitResult
{
    /// <summary>Gets what came of the request. The default is <see cref="InboxPermitOutcome.NotSent"/>.</summary>
    public InboxPermitOutcome Outcome { get; init; }

    /// <summary>Gets the number of requests that the server's window allows, 0 or more; <see langword="null"/> when the response does not say.</summary>
    public int? Limit { get; init; }

    /// <summary>Gets the number of requests that remain in the server's window, 0 or more; <see langword="null"/> when the response does not say.</summary>
    public int? Remaining { get; init; }

    /// <summary>Gets how long it takes until the server's window resets, by the server's own clock, negative when it has already; <see langword="null"/> when it did not
    /// say.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>Gets how long the server asks to wait after a refusal (<c>Retry-After</c>, else when the window resets), zero to 365 days; <see langword="null"/> when it did
    /// not say or did not refuse.</summary>
    /// <remarks>Where an intermediary refused the request, not the API, it is at most <see cref="InboxRetryOptions.MaxDelay"/>: that is no word about the team's
    /// quota.</remarks>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets how long the window is that was used up (a minute, an hour or a day), as the API's refusal names it; <see langword="null"/> when it did not say, did
    /// not refuse, and on v1.</summary>
    public TimeSpan? Window { get; init; }
}
