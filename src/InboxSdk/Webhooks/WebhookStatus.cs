namespace InboxSdk.Webhooks;

/// <summary>Specifies the result of the verification of a webhook delivery.</summary>
public enum WebhookStatus
{
    /// <summary>There is no signature header.</summary>
    Missing,

    /// <summary>The signature header is not of the format <c>t=&lt;seconds&gt;,v1=&lt;hex&gt;</c>, or is longer than 4,096 characters.</summary>
    Malformed,

    /// <summary>The delivery was signed longer ago than the tolerance allows: it was delayed or replayed, or the clock of this machine is fast.</summary>
    TooOld,

    /// <summary>The delivery was signed further in the future than the tolerance allows: the clock of this machine is slow.</summary>
    TooNew,

    /// <summary>No signature matches: the secret is another one, or the body was changed.</summary>
    NoMatch,

    /// <summary>The body is larger than <see cref="WebhookVerifierOptions.MaxBodyBytes"/>.</summary>
    TooLarge,

    /// <summary>The delivery is authentic.</summary>
    Verified,
}
