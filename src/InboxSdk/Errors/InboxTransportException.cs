namespace InboxSdk;

/// <summary>Says that no complete response came: the connection failed or broke, a custom handler failed, or the client was disposed.</summary>
/// <remarks><see cref="Reason"/> says which. Whether Inbox carried out the last request is not known, unless <see cref="InboxException.MayHaveTakenEffect"/> is
/// <see langword="false"/>.</remarks>
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

    /// <summary>Gets what kept the request from its response. <see cref="InboxTransportReason.Other"/> by default.</summary>
    public InboxTransportReason Reason { get; init; }
}
