namespace InboxSdk.V2;

/// <summary>Represents the result of a typing signal.</summary>
public sealed record TypingSignal
{
    /// <summary>Gets <c>sent</c> or <c>skipped</c>.</summary>
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>Gets why the signal was skipped: <c>rateLimited</c> (one per 2.5 seconds and thread) or <c>disabled</c>; <see langword="null"/> if it was sent.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets whether the signal was sent.</summary>
    public bool IsSent => Status == "sent";
}
