namespace InboxSdk;

/// <summary>Says that no whole answer came: the connection failed or broke, after the retries that were allowed.</summary>
/// <remarks>Whether Inbox carried out the last request is not known.</remarks>
public sealed class InboxTransportException : InboxException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxTransportException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        MayHaveTakenEffect = true;
        IsTransient = true;
    }
}
