namespace InboxSdk;

/// <summary>What an answer says about the quota. The default value stands for no answer.</summary>
public readonly record struct QuotaAnswer
{
    /// <summary>Gets whether the server refused the request for the quota (429).</summary>
    public bool IsRefused { get; init; }

    /// <summary>Gets how many requests the server's window allows; <see langword="null"/> when it did not say.</summary>
    public int? Limit { get; init; }

    /// <summary>Gets how many requests the server's window has left; <see langword="null"/> when it did not say.</summary>
    public int? Remaining { get; init; }

    /// <summary>Gets how long it takes until the server's window resets, by the server's own clock; <see langword="null"/> when it did not say.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>Gets how long the server asks to wait (<c>Retry-After</c>); <see langword="null"/> when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
