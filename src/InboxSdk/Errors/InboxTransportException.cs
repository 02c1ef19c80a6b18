namespace InboxSdk;

/// <summary>The exception that is thrown when there is no complete response: the connection failed, a custom handler failed, or the client was disposed.</summary>
/// <remarks><see cref="Reason"/> identifies the cause. Whether Inbox processed the last request is unknown, unless <see cref="InboxException.MayHaveTakenEffect"/> is
/// <see langword="false"/>.</remarks>
public sealed class InboxTransportException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxTransportException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        MayHaveTakenEffect = true;
        IsTransient = true;
    }

    /// <summary>Gets the reason. The default is <see cref="InboxTransportReason.Other"/>.</summary>
    public InboxTransportReason Reason { get; init; }
}
