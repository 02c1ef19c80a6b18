namespace InboxSdk.V2;

/// <summary>Represents the thread state that a platform shares with Inbox.</summary>
public sealed record PlatformThreadState
{
    /// <summary>Gets how the archived state is shared, or <see langword="null"/> if the platform has none.</summary>
    public PlatformStateSharing? Archive { get; init; }

    /// <summary>Gets how the read state is shared, or <see langword="null"/> if the platform has none.</summary>
    public PlatformStateSharing? Read { get; init; }
}
