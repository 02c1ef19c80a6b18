namespace InboxSdk.Webhooks;

/// <summary>The exception that is thrown when the body of a webhook delivery is not an event.</summary>
public sealed class WebhookFormatException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public WebhookFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
