namespace InboxSdk.V2;

/// <summary>Specifies the directions in which a thread state is shared.</summary>
public sealed record PlatformStateSharing
{
    /// <summary>Gets whether Inbox detects changes made on the platform.</summary>
    public bool Observe { get; init; }

    /// <summary>Gets whether changes made in Inbox are also made on the platform.</summary>
    public bool Mutate { get; init; }
}
