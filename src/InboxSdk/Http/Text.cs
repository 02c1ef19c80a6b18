namespace InboxSdk.Http;

/// <summary>Makes a server's text fit for messages and logs.</summary>
internal static class Text
{
    /// <summary>Drops control characters, line breaks among them, and cuts at a length.</summary>
    public static string OneLine(string text, int maxLength = 500)
    {
        var clean = WithoutControls(text, keepLineBreaks: false);
        return clean.Length <= maxLength ? clean : string.Concat(clean.AsSpan(0, maxLength), "…");
    }

    /// <summary>Replaces control characters by spaces; line breaks and tabs may stay.</summary>
    public static string WithoutControls(string text, bool keepLineBreaks) => string.Create(text.Length, (text, keepLineBreaks), static (span, state) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var character = state.text[i];
            var isKept = !IsControl(character) || (state.keepLineBreaks && character is '\n' or '\t');
            span[i] = isKept ? character : ' ';
        }
    });

    // Beside the controls proper: the line and paragraph separators, and the marks that turn the direction of writing, which can disguise a log line.
    private static bool IsControl(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
