using System.Globalization;
using System.Text;

namespace InboxSdk.Sandbox.V2;

/// <summary>Determines whether a text is one emoji, by the Unicode blocks that contain them.</summary>
internal static class Emoji
{
    private const int EmojiVariation = 0xFE0F;
    private const int Keycap = 0x20E3;
    private const int FirstRegional = 0x1F1E6;
    private const int LastRegional = 0x1F1FF;

    public static bool IsOne(string text)
    {
        if (text.Length == 0 || StringInfo.GetNextTextElementLength(text) != text.Length)
            return false;

        var runes = text.EnumerateRunes().ToArray();
        return runes[0].Value switch
        {
            >= FirstRegional and <= LastRegional => runes.Length == 2,
            '#' or '*' or (>= '0' and <= '9') => runes[^1].Value == Keycap && runes.Length == (runes.Contains(new Rune(EmojiVariation)) ? 3 : 2),
            var first => IsPictograph(first),
        };
    }

    private static bool IsPictograph(int rune) => rune is 0xA9 or 0xAE or 0x203C or 0x2049 or 0x2122 or 0x2139 or 0x3030 or 0x303D or 0x3297 or 0x3299
        or (>= 0x2194 and <= 0x21AA) or (>= 0x231A and <= 0x23FF) or (>= 0x25AA and <= 0x27BF) or (>= 0x2934 and <= 0x2B55)
        or (>= 0x1F000 and <= 0x1F1E5) or (>= 0x1F200 and <= 0x1F3FA) or (>= 0x1F400 and <= 0x1FAFF);
}
