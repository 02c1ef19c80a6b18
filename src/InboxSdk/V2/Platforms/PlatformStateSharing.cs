namespace InboxSdk.V2;

/// <summary>The directions in which a state of a thread goes.</summary>
public sealed record PlatformStateSharing
{
    /// <summary>Gets whether Inbox notices a change made on the platform.</summary>
    public bool Observe { get; init; }

    /// <summary>Gets whether a change made in Inbox is made on the platform too.</summary>
    public bool Mutate { get; init; }
}
