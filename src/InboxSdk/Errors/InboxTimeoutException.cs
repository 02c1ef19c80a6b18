namespace InboxSdk;

/// <summary>The exception that is thrown when no response arrives in time: an attempt exceeded <see cref="InboxClientOptions.AttemptTimeout"/>, the call exceeded
/// <see cref="InboxClientOptions.Deadline"/>, or a custom handler timed out or cancelled the request.</summary>
/// <remarks>Whether Inbox processed the last request is unknown.</remarks>
public sealed class InboxTimeoutException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        MayHaveTakenEffect = true;
        IsTransient = true;
    }
}
