namespace InboxSdk.Webhooks;

/// <summary>Decodes hexadecimal text of a known length, without an exception for other text.</summary>
internal static class WebhookHex
{
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (text.Length != bytes.Length * 2)
            return false;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (!char.IsAsciiHexDigit(text[i * 2]) || !char.IsAsciiHexDigit(text[(i * 2) + 1]))
                return false;
            bytes[i] = (byte)((Digit(text[i * 2]) << 4) | Digit(text[(i * 2) + 1]));
        }

        return true;
    }

    // Letters, also uppercase ones, have their value plus 9 less in the low bits.
    private static int Digit(char digit) => (digit & 0xF) + (digit > '9' ? 9 : 0);
}
