namespace InboxSdk;

/// <summary>The exception that is thrown when a lease cannot be acquired because its store cannot be reached or does not permit it. The message says what to do.</summary>
public sealed class InboxLeaseException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxLeaseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
