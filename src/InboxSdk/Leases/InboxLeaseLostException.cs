namespace InboxSdk;

/// <summary>The exception that is thrown when work stops because its lease was lost: another process may have acquired it, and completes the work. Nothing was written after the loss. To
/// take part again, start the work again: it waits for the lease.</summary>
public sealed class InboxLeaseLostException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxLeaseLostException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
