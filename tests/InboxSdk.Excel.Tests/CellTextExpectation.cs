using System.Text;
using System.Text.RegularExpressions;

namespace InboxSdk.Excel.Tests;

/// <summary>What a cell contains for a text, stated independently of the exporter.</summary>
internal static partial class CellTextExpectation
{
    public static string Of(string? text) =>
        Forbidden().Replace(LineBreak().Replace(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Lone().Replace(text ?? "", "\uFFFD"))), "\n"), "\uFFFD");

    [GeneratedRegex("\r\n?")]
    private static partial Regex LineBreak();

    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]")]
    private static partial Regex Forbidden();

    // One replacement per unpaired surrogate.
    [GeneratedRegex("[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Lone();
}
