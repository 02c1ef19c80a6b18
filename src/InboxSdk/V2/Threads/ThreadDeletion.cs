namespace InboxSdk.V2;

/// <summary>Represents the result of deleting a thread.</summary>
public sealed record ThreadDeletion
{
    /// <summary>Gets the scope of the deletion.</summary>
    public ThreadDeletionScope Scope { get; init; }
}
