using System.Buffers;

namespace InboxSdk.Csv;

/// <summary>Guards text that a spreadsheet would evaluate as a formula (OWASP, "CSV Injection").</summary>
/// <remarks>CsvHelper's own protection does not cover the line feed and the full-width forms, and slows the export down by a third.</remarks>
internal static class Formulas
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>Prefixes text that starts like a formula with an apostrophe. In a cell that is typed it means "this is text"; few programs, when they read a file,
    /// take it so, and the others display it.</summary>
    public static string Guard(string text) => text.Length > 0 && Starts.Contains(text[0]) ? $"'{text}" : text;
}
