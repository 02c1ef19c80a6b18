namespace InboxSdk.Diagnostics;

/// <summary>Sanitizes text of the server for messages and logs.</summary>
internal static class Text
{
    /// <summary>Removes control characters, including line breaks, and truncates the text.</summary>
    public static string OneLine(string text, int maxLength = 500)
    {
        var clean = WithoutControls(text, keepLineBreaks: false);
        return clean.Length <= maxLength ? clean : string.Concat(clean.AsSpan(0, maxLength), "…");
    }

    /// <summary>Replaces control characters with spaces; line breaks and tabs can be kept.</summary>
    public static string WithoutControls(string text, bool keepLineBreaks) => string.Create(text.Length, (text, keepLineBreaks), static (span, state) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var character = state.text[i];
            var isKept = !IsControl(character) || (state.keepLineBreaks && character is '\n' or '\t');
            span[i] = isKept ? character : ' ';
        }
    });

    // In addition to control characters: line and paragraph separators, and bidirectional formatting characters, which can disguise a log line.
    private static bool IsControl(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
