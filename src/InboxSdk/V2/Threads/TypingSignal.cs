namespace InboxSdk.V2;

/// <summary>What came of showing that the team is typing.</summary>
public sealed record TypingSignal
{
    /// <summary>Gets <c>sent</c> or <c>skipped</c>.</summary>
    public string Status { get => field ?? ""; init; }

    /// <summary>Gets why it was skipped: <c>rateLimited</c> (one every 2.5 s in a thread) or <c>disabled</c>; <see langword="null"/> when it was sent.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets whether the other side was shown it.</summary>
    public bool IsSent => Status == "sent";
}
