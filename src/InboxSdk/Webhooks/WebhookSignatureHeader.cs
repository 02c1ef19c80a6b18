using System.Globalization;
using System.Security.Cryptography;

namespace InboxSdk.Webhooks;

/// <summary>The header of a signature, such as <c>t=1705312200,v1=64b7…</c>.</summary>
internal readonly ref struct WebhookSignatureHeader
{
    // Room for about 55 signatures.
    private const int MaxLength = 4096;

    // Enough for 30,000 years, and far from an overflow.
    private const int MaxDigits = 12;

    private const int SignatureLength = 32;

    private readonly ReadOnlySpan<char> _text;

    private WebhookSignatureHeader(ReadOnlySpan<char> text, ReadOnlySpan<char> timestamp)
    {
        _text = text;
        Timestamp = timestamp;
    }

    /// <summary>The digits of the timestamp, which are part of what is signed.</summary>
    public ReadOnlySpan<char> Timestamp { get; }

    public long Seconds => long.Parse(Timestamp, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Parses a header. The first <c>t</c> counts, and there must be a <c>v1</c>; other keys are ignored.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out WebhookSignatureHeader header)
    {
        header = default;
        if (text.Length > MaxLength)
            return false;

        // Initialized with the text, so that the compiler knows that they are parts of it.
        ReadOnlySpan<char> rest = text, key = text, value = text, timestamp = text[..0];
        var hasTimestamp = false;
        var hasSignature = false;
        while (NextPart(ref rest, ref key, ref value))
        {
            if (key is "t" && !hasTimestamp)
            {
                timestamp = value;
                hasTimestamp = true;
            }
            else if (key is "v1")
            {
                hasSignature = true;
            }
        }

        if (!hasSignature || timestamp.Length is 0 or > MaxDigits || timestamp.ContainsAnyExceptInRange('0', '9') || (timestamp.Length > 1 && timestamp[0] == '0'))
            return false;
        header = new(text, timestamp);
        return true;
    }

    /// <summary>Returns whether any signature of the header is the given one. All are compared, each in constant time.</summary>
    public bool Has(ReadOnlySpan<byte> signature)
    {
        Span<byte> candidate = stackalloc byte[SignatureLength];
        var isMatch = false;
        ReadOnlySpan<char> rest = _text, key = _text, value = _text;
        while (NextPart(ref rest, ref key, ref value))
        {
            if (key is "v1" && WebhookHex.TryDecode(value, candidate))
                isMatch |= CryptographicOperations.FixedTimeEquals(candidate, signature);
        }

        return isMatch;
    }

    private static bool NextPart(ref ReadOnlySpan<char> rest, ref ReadOnlySpan<char> key, ref ReadOnlySpan<char> value)
    {
        key = value = default;
        if (rest.IsEmpty)
            return false;
        var comma = rest.IndexOf(',');
        var part = (comma < 0 ? rest : rest[..comma]).Trim();
        rest = comma < 0 ? default : rest[(comma + 1)..];
        var equals = part.IndexOf('=');
        if (equals >= 0)
        {
            key = part[..equals];
            value = part[(equals + 1)..];
        }

        return true;
    }
}
