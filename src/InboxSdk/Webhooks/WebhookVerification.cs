namespace InboxSdk.Webhooks;

/// <summary>Represents the result of the verification of a webhook delivery.</summary>
public readonly record struct WebhookVerification
{
    /// <summary>Gets the result. The default is <see cref="WebhookStatus.Missing"/>.</summary>
    public WebhookStatus Status { get; init; }

    /// <summary>Gets when the delivery was signed according to its header, or <see langword="null"/> if the header is missing or malformed. Only if <see cref="IsVerified"/> is
    /// <see langword="true"/> is the time authentic.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Gets whether the delivery is authentic.</summary>
    public bool IsVerified => Status == WebhookStatus.Verified;
}
