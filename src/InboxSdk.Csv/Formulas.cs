using System.Buffers;

namespace InboxSdk.Csv;

/// <summary>Texts that a spreadsheet would run as formulas (OWASP, "CSV Injection").</summary>
/// <remarks>CsvHelper guards against them too, yet not against the line feed's and the full-width forms, and the whole takes a third longer.</remarks>
internal static class Formulas
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>Puts an apostrophe, which spreadsheets take for "this is text", before a text that starts like a formula.</summary>
    public static string? Guard(string? text) => text is { Length: > 0 } && Starts.Contains(text[0]) ? $"'{text}" : text;
}
