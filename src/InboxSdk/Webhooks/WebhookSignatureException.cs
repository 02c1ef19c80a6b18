namespace InboxSdk.Webhooks;

/// <summary>The exception that is thrown when a webhook delivery is not authentic.</summary>
/// <remarks>Respond with status 401, without the message: it is for the log.</remarks>
public sealed class WebhookSignatureException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="status">The result of the verification.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public WebhookSignatureException(string message, WebhookStatus status = WebhookStatus.NoMatch, Exception? innerException = null)
        : base(message, innerException) => Status = status;

    /// <summary>Gets the result of the verification.</summary>
    public WebhookStatus Status { get; }

    internal static string Describe(WebhookStatus status) => status switch
    {
        WebhookStatus.Missing => $"The delivery has no {WebhookVerifier.SignatureHeaderName} header.",
        WebhookStatus.Malformed => $"The {WebhookVerifier.SignatureHeaderName} header of the delivery is malformed. It must be of the format t=<seconds>,v1=<hex>.",
        WebhookStatus.TooOld => "The delivery was signed too long ago. If a relay or a queue delays deliveries, increase the tolerance; otherwise check the clock of this machine.",
        WebhookStatus.TooNew => "The delivery was signed in the future. Check the clock of this machine.",
        WebhookStatus.TooLarge => "The body of the delivery is too large. If Inbox sends bodies of this size, increase MaxBodyBytes.",
        _ => "No signature of the delivery matches. Check that the secret is that of this webhook, and that the body is passed as received.",
    };
}
