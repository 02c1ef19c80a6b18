namespace InboxSdk;

/// <summary>The exception that is thrown when the team has no tag with a name or id. Nothing was changed.</summary>
public sealed class TagNotFoundException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public TagNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the names of similar tags, the most similar first; at most five.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}
