using System.Buffers;
using Microsoft.Extensions.Options;

namespace InboxSdk.Webhooks;

/// <summary>Verifies that a webhook delivery comes from Inbox: that it is signed with a secret of the application, recently, and unchanged.</summary>
/// <remarks>
/// <para>The signature covers the body as received, so pass its bytes: JSON that was parsed and written again differs. InboxSdk.AspNetCore does all of this.</para>
/// <para>Instances are thread-safe.</para>
/// </remarks>
public sealed class WebhookVerifier
{
    /// <summary>The name of the header with the signature.</summary>
    public const string SignatureHeaderName = "X-Inbox-Signature";

    private const int SignatureLength = 32;
    private const int StackLength = 1024;

    private readonly WebhookSecret[] _secrets;
    private readonly double _tolerance;
    private readonly int _maxBodyBytes;
    private readonly TimeProvider _timeProvider;

    /// <summary>Initializes a verifier with one secret and the default options.</summary>
    /// <param name="secret">The signing secret.</param>
    /// <exception cref="OptionsValidationException">The secret is empty, or starts or ends with white space.</exception>
    public WebhookVerifier(string secret)
        : this(new WebhookVerifierOptions { Secrets = [secret] })
    {
    }

    /// <summary>Initializes a verifier.</summary>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="OptionsValidationException">There is no secret, or an option is invalid.</exception>
    public WebhookVerifier(WebhookVerifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = options.Failures().ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(WebhookVerifierOptions), failures);
        _secrets = [.. options.Secrets.Select(secret => new WebhookSecret(secret))];
        _tolerance = options.Tolerance.TotalSeconds;
        _maxBodyBytes = options.MaxBodyBytes;
        _timeProvider = options.TimeProvider;
    }

    /// <summary>Verifies a delivery.</summary>
    /// <param name="body">The body, as received.</param>
    /// <param name="signature">The value of the header <c>X-Inbox-Signature</c>, or <see langword="null"/> if there is none. A request with several such headers must be rejected: do
    /// not join them.</param>
    /// <returns>Whether the delivery is authentic, and if not, why.</returns>
    public WebhookVerification Verify(ReadOnlySpan<byte> body, string? signature)
    {
        var result = Check(signature, body.Length, out var header);
        if (!result.IsVerified)
            return result;
        using var payload = WebhookPayload.Create(header.Timestamp, body, stackalloc byte[StackLength]);
        return Compare(result, header, payload);
    }

    /// <inheritdoc cref="Verify(ReadOnlySpan{byte}, string?)"/>
    public WebhookVerification Verify(ReadOnlySequence<byte> body, string? signature)
    {
        var result = Check(signature, body.Length, out var header);
        if (!result.IsVerified)
            return result;
        using var payload = WebhookPayload.Create(header.Timestamp, body, stackalloc byte[StackLength]);
        return Compare(result, header, payload);
    }

    /// <summary>Verifies a delivery and reads it.</summary>
    /// <param name="body">The body, as received.</param>
    /// <param name="signature">The value of the header <c>X-Inbox-Signature</c>, or <see langword="null"/> if there is none. A request with several such headers must be rejected: do
    /// not join them.</param>
    /// <returns>The delivery.</returns>
    /// <exception cref="WebhookSignatureException">The delivery is not authentic.</exception>
    /// <exception cref="WebhookFormatException">The delivery is authentic, but its body is not an event.</exception>
    public WebhookDelivery Read(ReadOnlySpan<byte> body, string? signature)
    {
        var result = Check(signature, body.Length, out var header);
        ThrowIfNotVerified(result);
        using var payload = WebhookPayload.Create(header.Timestamp, body, stackalloc byte[StackLength]);
        ThrowIfNotVerified(Compare(result, header, payload));
        return WebhookDelivery.Parse(body);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, string?)"/>
    public WebhookDelivery Read(ReadOnlySequence<byte> body, string? signature)
    {
        var result = Check(signature, body.Length, out var header);
        ThrowIfNotVerified(result);
        using var payload = WebhookPayload.Create(header.Timestamp, body, stackalloc byte[StackLength]);
        ThrowIfNotVerified(Compare(result, header, payload));
        return WebhookDelivery.Parse(payload.Body);
    }

    // Everything that costs nothing comes before the signature is computed.
    private WebhookVerification Check(string? signature, long bodyLength, out WebhookSignatureHeader header)
    {
        header = default;
        if (string.IsNullOrWhiteSpace(signature))
            return new() { Status = WebhookStatus.Missing };
        if (!WebhookSignatureHeader.TryParse(signature, out header))
            return new() { Status = WebhookStatus.Malformed };

        var age = _timeProvider.GetUtcNow().ToUnixTimeSeconds() - header.Seconds;
        return new()
        {
            // Later than any timestamp is possible, and certainly too new.
            SignedAt = header.Seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(header.Seconds) : DateTimeOffset.MaxValue,
            Status = age > _tolerance ? WebhookStatus.TooOld
                : -age > _tolerance ? WebhookStatus.TooNew
                : bodyLength > _maxBodyBytes ? WebhookStatus.TooLarge
                : WebhookStatus.Verified,
        };
    }

    // Every secret is compared with every signature, so that the time does not depend on which one matches.
    private WebhookVerification Compare(WebhookVerification result, WebhookSignatureHeader header, WebhookPayload payload)
    {
        Span<byte> expected = stackalloc byte[SignatureLength];
        var isMatch = false;
        foreach (var secret in _secrets)
        {
            secret.Sign(payload.Signed, expected);
            isMatch |= header.Has(expected);
        }

        return isMatch ? result : result with { Status = WebhookStatus.NoMatch };
    }

    private static void ThrowIfNotVerified(WebhookVerification result)
    {
        if (!result.IsVerified)
            throw new WebhookSignatureException(WebhookSignatureException.Describe(result.Status), result.Status);
    }
}
