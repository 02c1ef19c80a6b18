namespace InboxSdk;

/// <summary>The exception that is thrown when the input of a bulk run differs from that of its checkpoint. The change that differs, and those after it, were not sent.</summary>
public sealed class BulkInputChangedException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public BulkInputChangedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the index in the input, from 0, of the first change that differs.</summary>
    public long Index { get; init; }
}
