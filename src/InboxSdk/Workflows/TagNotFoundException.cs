namespace InboxSdk;

/// <summary>Says that the team has no tag with a name or id. Nothing was changed.</summary>
public sealed class TagNotFoundException : InboxException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public TagNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the names of tags that may have been meant, the nearest first; at most five, and empty when none is near.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}
