using System.Globalization;

namespace InboxSdk.Webhooks;

/// <summary>Signs webhook deliveries as Inbox does, to test a receiver.</summary>
/// <remarks>Instances are thread-safe.</remarks>
public sealed class WebhookSigner
{
    private const int SignatureLength = 32;

    private readonly WebhookSecret _secret;
    private readonly TimeProvider _timeProvider;

    /// <summary>Initializes a signer.</summary>
    /// <param name="secret">The signing secret.</param>
    /// <param name="timeProvider">The clock. The default is <see cref="TimeProvider.System"/>.</param>
    /// <exception cref="ArgumentException">The secret is empty, or starts or ends with white space.</exception>
    public WebhookSigner(string secret, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (!WebhookSecret.IsValid(secret))
            throw new ArgumentException("The secret is empty, or starts or ends with white space.", nameof(secret));
        _secret = new(secret);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Signs a body.</summary>
    /// <param name="body">The body, as sent.</param>
    /// <param name="signedAt">The time of the signature, since 1970. The default is the current time.</param>
    /// <returns>The value of the header <c>X-Inbox-Signature</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="signedAt"/> is before 1970.</exception>
    public string Sign(ReadOnlySpan<byte> body, DateTimeOffset? signedAt = null)
    {
        var seconds = (signedAt ?? _timeProvider.GetUtcNow()).ToUnixTimeSeconds();
        ArgumentOutOfRangeException.ThrowIfNegative(seconds, nameof(signedAt));
        var timestamp = seconds.ToString(CultureInfo.InvariantCulture);
        Span<byte> signature = stackalloc byte[SignatureLength];
        using var payload = WebhookPayload.Create(timestamp, body, default);
        _secret.Sign(payload.Signed, signature);
        return $"t={timestamp},v1={Convert.ToHexString(signature).ToLowerInvariant()}";
    }
}
