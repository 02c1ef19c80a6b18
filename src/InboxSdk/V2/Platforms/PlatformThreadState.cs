namespace InboxSdk.V2;

/// <summary>Which state of a thread a platform shares with Inbox.</summary>
public sealed record PlatformThreadState
{
    /// <summary>Gets how the archive is shared; <see langword="null"/> when the platform has none.</summary>
    public PlatformStateSharing? Archive { get; init; }

    /// <summary>Gets how reading is shared; <see langword="null"/> when the platform does not know it.</summary>
    public PlatformStateSharing? Read { get; init; }
}
