using System.Text.Json;
using System.Text.RegularExpressions;
using InboxSdk.Tests.Programs;

namespace InboxSdk.Excel.Tests;

/// <summary>Hostile prospects in a workbook, opened by programs other than the one that writes it.</summary>
public sealed partial class WorkbookProgramTests : IDisposable
{
    private const string Reader = """
        import json, openpyxl, sys
        for row in openpyxl.load_workbook(sys.argv[1]).worksheets[0].iter_rows(values_only=True):
            print(json.dumps(row))
        """;

    private const string SheetJs = """
        const xlsx = require('xlsx');
        const book = xlsx.readFile(process.argv[1]);
        for (const row of xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1, defval: null })) console.log(JSON.stringify(row));
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("inbox-excel").FullName;

    private string Target => Path.Combine(_folder, "prospects.xlsx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ProgramFact("soffice", "libreoffice-calc-nogui")]
    public async Task ExportAsync_OpenedByLibreOffice_ShowsEveryTextUnchanged()
    {
        await ExportAsync();

        var rows = QuotedCsv.Read(Programs.ConvertByLibreOffice(Target));

        rows.Should().HaveCount(115);
        foreach (var (prospect, row) in HostileProspects.All.Zip(rows.Skip(1)))
        {
            row.Should().HaveCount(10);
            // LibreOffice quotes cells of text only.
            row.Take(4).Should().OnlyContain(cell => cell.IsQuoted);
            row.Take(4).Select(cell => cell.Text).Should().Equal(prospect.Id, prospect.PlatformId, prospect.Username, CellTextExpectation.Of(prospect.Name));
            row[4].Should().Be(new QuotedCsv.Cell($"{prospect.FollowerCount}", IsQuoted: false));
            row[5].Should().Be(new QuotedCsv.Cell(prospect.IsVerified ? "TRUE" : "FALSE", IsQuoted: false));
            row[8].Text.Should().Be(CellTextExpectation.Of(prospect.Notes));
            row[9].Should().Be(new QuotedCsv.Cell(prospect.Valuation is null ? "" : "75000.25", IsQuoted: false));
        }
    }

    [ProgramFact(NodeModule = "xlsx")]
    public async Task ExportAsync_OpenedBySheetJs_HasEveryValueWithItsType()
    {
        await ExportAsync();

        ShouldBeWhole(Programs.Node(SheetJs, Target), text => text);
    }

    [ProgramFact("in2csv", "csvkit")]
    public async Task ExportAsync_OpenedByOpenpyxl_HasEveryValueWithItsType()
    {
        await ExportAsync();

        // csvkit of Debian depends on openpyxl for Debian's own Python. openpyxl does not decode the escapes of the format.
        ShouldBeWhole(Programs.Run("/usr/bin/python3", "-c", Reader, Target), Escaped);
    }

    [ProgramFact("ssconvert", "gnumeric")]
    public async Task ExportAsync_OpenedByGnumeric_ShowsEveryTextUnchanged()
    {
        await ExportAsync();

        Programs.Run("ssconvert", "-O", "quoting-mode=always", Target, $"{_folder}/out.txt");
        var rows = QuotedCsv.Read(await File.ReadAllTextAsync($"{_folder}/out.txt"));

        rows.Should().HaveCount(115);
        foreach (var (prospect, row) in HostileProspects.All.Zip(rows.Skip(1)))
        {
            // Gnumeric does not decode the escapes of the format.
            row.Take(4).Select(cell => cell.Text).Should().Equal(prospect.Id, prospect.PlatformId, Escaped(prospect.Username), Escaped(CellTextExpectation.Of(prospect.Name)));
            row[8].Text.Should().Be(Escaped(CellTextExpectation.Of(prospect.Notes)));
        }
    }

    private static void ShouldBeWhole(string lines, Func<string, string> read)
    {
        var rows = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.EnumerateArray().ToList()).ToList();

        rows.Should().HaveCount(115);
        foreach (var (prospect, row) in HostileProspects.All.Zip(rows.Skip(1)))
        {
            row.Take(4).Select(cell => cell.GetString())
                .Should().Equal(prospect.Id, prospect.PlatformId, read(prospect.Username), read(CellTextExpectation.Of(prospect.Name)));
            row[4].GetInt64().Should().Be(prospect.FollowerCount);
            row[5].GetBoolean().Should().Be(prospect.IsVerified);
            (row[8].GetString() ?? "").Should().Be(read(CellTextExpectation.Of(prospect.Notes)));
            (row[9].ValueKind == JsonValueKind.Null ? (decimal?)null : row[9].GetDecimal()).Should().Be(prospect.Valuation);
        }
    }

    private static string Escaped(string text) => EscapeLike().Replace(text, "_x005F_");

    [GeneratedRegex("_(?=[xX][0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapeLike();

    private Task<ExportResult> ExportAsync() =>
        new ProspectXlsxExporter(new() { Columns = [.. ProspectColumn.Defaults, ProspectColumn.Valuation] }).ExportAsync(InboxPageable.FromItems(HostileProspects.All), Target);
}
