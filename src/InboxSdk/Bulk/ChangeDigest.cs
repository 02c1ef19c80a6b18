using System.Globalization;

namespace InboxSdk.Bulk;

/// <summary>Identifies a change in a few bytes, the same in every process.</summary>
/// <param name="Prospect">The prospect: 64 bits of a SHA-256.</param>
/// <param name="Content">The values: 64 bits of a SHA-256.</param>
internal readonly record struct ChangeDigest(ulong Prospect, ulong Content)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prospect:x16}{Content:x16}");

    public static bool TryParse(ReadOnlySpan<char> text, out ChangeDigest digest)
    {
        digest = default;
        if (text.Length != 32
            || !ulong.TryParse(text[..16], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var prospect)
            || !ulong.TryParse(text[16..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var content))
            return false;
        digest = new(prospect, content);
        return true;
    }
}
