using System.Buffers;
using System.Text;

namespace InboxSdk.Excel;

/// <summary>Converts text to what a cell of a workbook can contain.</summary>
internal static class CellText
{
    /// <summary>The limit of Excel, which repairs a file with a longer text by removing it.</summary>
    public const int MaxLength = 32_767;

    private const char Replacement = '\uFFFD';

    // What XML 1.0 cannot contain, and the line break that XML readers change. Surrogates are here because only a pair is allowed.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(c => IsForbidden(c) || c == '\r' || char.IsSurrogate(c))]);

    /// <summary>Replaces characters that XML cannot contain, writes line breaks as LF, escapes text that looks like an escape, and shortens text that is too long.</summary>
    public static string Convert(string text, out bool isShortened)
    {
        isShortened = false;
        return text.Length <= MaxLength
            && text.AsSpan().IndexOfAny(Suspects) < 0 && !text.Contains("_x", StringComparison.Ordinal) && !text.Contains("_X", StringComparison.Ordinal)
            ? text
            : Rewrite(text, out isShortened);
    }

    private static string Rewrite(string text, out bool isShortened)
    {
        var cell = new StringBuilder(Math.Min(text.Length, MaxLength));
        // Of the cell as displayed, without the escapes.
        var length = 0;
        var index = 0;
        while (index < text.Length)
        {
            var isPair = char.IsSurrogatePair(text, index);
            length += isPair ? 2 : 1;
            if (length > MaxLength)
                break;
            if (isPair)
            {
                cell.Append(text, index, 2);
                index += 2;
                continue;
            }

            var c = text[index++];
            if (c == '\r')
            {
                if (index < text.Length && text[index] == '\n')
                    index++;
                cell.Append('\n');
            }
            else if (IsForbidden(c) || char.IsSurrogate(c))
            {
                cell.Append(Replacement);
            }
            else
            {
                cell.Append(c == '_' && IsEscape(text.AsSpan(index)) ? "_x005F_" : [c]);
            }
        }

        isShortened = index < text.Length;
        return cell.ToString();
    }

    // "x0041_" after an underscore: Excel and others display the character with this code instead (ECMA-376, ST_Xstring), some also for "X0041_".
    private static bool IsEscape(ReadOnlySpan<char> rest) =>
        rest.Length >= 6 && rest[0] is ('x' or 'X') && rest[5] == '_'
        && char.IsAsciiHexDigit(rest[1]) && char.IsAsciiHexDigit(rest[2]) && char.IsAsciiHexDigit(rest[3]) && char.IsAsciiHexDigit(rest[4]);

    private static bool IsForbidden(char c) => c is (< ' ' and not ('\t' or '\n' or '\r')) or '\uFFFE' or '\uFFFF';
}
