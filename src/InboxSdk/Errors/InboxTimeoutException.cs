namespace InboxSdk;

/// <summary>Says that no answer came in time: an attempt outlasted <see cref="InboxClientOptions.AttemptTimeout"/>, or the call its <see cref="InboxClientOptions.Deadline"/>,
/// or a custom handler timed out or cancelled the request.</summary>
/// <remarks>Whether Inbox carried out the last request is not known.</remarks>
public sealed class InboxTimeoutException : InboxException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        MayHaveTakenEffect = true;
        IsTransient = true;
    }
}
