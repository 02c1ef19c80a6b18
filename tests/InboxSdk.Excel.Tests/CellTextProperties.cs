using CsCheck;

namespace InboxSdk.Excel.Tests;

public class CellTextProperties
{
    private static readonly Gen<string> Any = Gen.OneOf(
        Gen.String,
        Gen.Char["_xX0041F\uFFFE\uFFFF\uD83D\uDE00\r\n\t\0\u001F <&>]\"'"].Array[0, 24].Select(chars => new string(chars)));

    [Fact]
    public Task ExportAsync_AnyTexts_ReadBackAsTheyWere() => Any.Array[1, 40].SampleAsync(async texts =>
    {
        await using var stream = new MemoryStream();
        await new ProspectXlsxExporter(new() { Columns = [ProspectColumn.Notes] }).ExportAsync(InboxPageable.FromItems(texts.Select(text => new Prospect { Notes = text })), stream);

        stream.Position = 0;
        using var workbook = new Workbook(stream);
        workbook.Rows().Skip(1).Select(row => row.TryGetValue("A", out var cell) ? ProspectXlsxExporterTests.Decode(cell.Value) : "").Should().Equal(texts.Select(CellTextExpectation.Of));
    });

}
