using System.Security.Cryptography;
using System.Text;

namespace InboxSdk.Webhooks;

/// <summary>A signing secret. An empty one would accept what anyone can sign.</summary>
internal sealed class WebhookSecret(string secret)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    public static bool IsValid(string? secret) => !string.IsNullOrWhiteSpace(secret) && !char.IsWhiteSpace(secret[0]) && !char.IsWhiteSpace(secret[^1]);

    /// <summary>Computes the signature of a timestamp, a period and a body.</summary>
    public void Sign(ReadOnlySpan<byte> payload, Span<byte> signature) => HMACSHA256.HashData(_key, payload, signature);
}
