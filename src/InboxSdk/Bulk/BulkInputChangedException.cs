namespace InboxSdk;

/// <summary>Says that the input of a bulk run is not the one its checkpoint is about. Nothing of the change that differs, or of those behind it, was sent.</summary>
public sealed class BulkInputChangedException : InboxException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public BulkInputChangedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the place in the input, from 0, of the first change that differs.</summary>
    public long Index { get; init; }
}
