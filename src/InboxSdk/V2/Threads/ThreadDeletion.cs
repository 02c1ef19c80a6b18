namespace InboxSdk.V2;

/// <summary>Represents the result of deleting a thread.</summary>
public sealed record ThreadDeletion
{
    /// <summary>Gets the scope of the deletion, or <see langword="default"/> if it is unknown because the response was lost and the retry did not find the thread.</summary>
    public ThreadDeletionScope Scope { get; init; }
}
