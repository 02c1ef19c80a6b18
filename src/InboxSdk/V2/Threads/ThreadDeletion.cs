namespace InboxSdk.V2;

/// <summary>What came of deleting a thread.</summary>
public sealed record ThreadDeletion
{
    /// <summary>Gets from where the thread is gone.</summary>
    public ThreadDeletionScope Scope { get; init; }
}
