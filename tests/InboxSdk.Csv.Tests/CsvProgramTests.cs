using System.Text.Json;
using System.Text.RegularExpressions;
using InboxSdk.Tests.Programs;

namespace InboxSdk.Csv.Tests;

/// <summary>Hostile prospects as CSV, read by other programs: the differences are those of the table in docs/exporting.md, and no others.</summary>
public sealed partial class CsvProgramTests : IDisposable
{
    private const string DuckDb = """
        const { DuckDBInstance } = require('@duckdb/node-api');
        (async () => {
          const connection = await (await DuckDBInstance.create(':memory:')).connect();
          // As JSON, because the module removes U+FEFF from the start of a text.
          const result = await connection.runAndReadAll("SELECT to_json([prospectId, platformId, username, name])::VARCHAR FROM " + process.argv[1]);
          for (const row of result.getRows()) console.log(row[0]);
        })();
        """;

    private static readonly string[] Names = ["prospectId", "platformId", "username", "name"];

    private readonly string _folder = Directory.CreateTempSubdirectory("inbox-csv").FullName;

    private string Target => Path.Combine(_folder, "prospects.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ProgramFact("sqlite3", "sqlite3")]
    public async Task ExportAsync_ImportedBySqlite_KeepsEveryText()
    {
        await ExportAsync();

        var output = Programs.Run("sqlite3", ":memory:", "-cmd", ".mode json", "-cmd", $".import --csv {Target} p", "SELECT prospectId, platformId, username, name FROM p");

        ShouldBe(JsonDocument.Parse(output).RootElement.EnumerateArray().Select(row => row.EnumerateObject().Select(field => field.Value.GetString()!)), text => text);
    }

    [ProgramFact(NodeModule = "@duckdb/node-api")]
    public async Task ExportAsync_ReadByDuckDb_KeepsEveryText()
    {
        await ExportAsync();

        ShouldBe(Lines(Programs.Node(DuckDb, $"read_csv('{Target}', all_varchar = true)")), text => text);
    }

    [ProgramFact("mlr", "miller")]
    public async Task ExportAsync_ReadByMiller_ChangesOnlyLineBreaks()
    {
        await ExportAsync();

        var rows = QuotedCsv.Read(Programs.Run("mlr", "--icsv", "--ocsv", "--quote-all", "cut", "-o", "-f", "prospectId,platformId,username,name", Target));

        ShouldBe(rows.Skip(1).Select(row => row.Select(cell => cell.Text)), text => text.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [ProgramFact("csvcut", "csvkit")]
    public async Task ExportAsync_ReadByCsvkit_ChangesOnlyLineBreaks()
    {
        await ExportAsync();

        var rows = QuotedCsv.Read(Programs.Run("csvcut", "-c", "prospectId,platformId,username,name", Target));

        ShouldBe(rows.Skip(1).Select(row => row.Select(cell => cell.Text)), Lf);
    }

    [ProgramFact("csvjson", "csvkit")]
    public async Task ExportAsync_ConvertedByCsvkit_KeepsIdsOnlyWithoutInference()
    {
        await ExportAsync();

        ShouldBe(Objects("-I"), text => string.IsNullOrWhiteSpace(text) || text is "NULL" or "null" or "NA" or "N/A" ? "" : Lf(text));
        Objects().Should().AllSatisfy(row => row.ElementAt(1).Should().MatchRegex(@"^[0-9.]+(e\+[0-9]+)?$").And.MatchRegex("[.e]", "every id is a floating-point number"));

        List<IEnumerable<string>> Objects(params string[] options) =>
        [
            .. JsonDocument.Parse(Programs.Run("csvjson", [.. options, Target])).RootElement.EnumerateArray().Select(row =>
                Names.Select(name => row.GetProperty(name) is { ValueKind: JsonValueKind.Null } ? "" : row.GetProperty(name).ToString())),
        ];
    }

    [ProgramFact("soffice", "libreoffice-calc-nogui")]
    public async Task ExportAsync_OpenedByLibreOfficeWithQuotedTextAsText_KeepsEveryText()
    {
        await ExportAsync(CsvExportFormat.Excel);

        var rows = QuotedCsv.Read(Programs.ConvertByLibreOffice(Target, "44,34,76,1,,0,true,false"));

        ShouldBe(rows.Skip(1).Select(row => row.Take(4).Select(cell => cell.Text)), Lf);
    }

    [ProgramFact("soffice", "libreoffice-calc-nogui")]
    public async Task ExportAsync_OpenedByLibreOfficeWithoutOptions_LosesIdsAndHandles()
    {
        await ExportAsync(CsvExportFormat.Excel);

        var rows = QuotedCsv.Read(Programs.ConvertByLibreOffice(Target));

        rows.Should().HaveCount(115, "rows hold together");
        rows[1].Take(3).Select(cell => cell.Text).Should().Equal("prospect_0", "1.23456789012346E+018", "100000");
        rows[2].Take(3).Select(cell => cell.Text).Should().Equal("prospect_1", "1E+018", "12");
        rows.Should().NotContain(row => row.Any(cell => cell.Text == "2"), "no formula is evaluated");
    }

    [ProgramFact(NodeModule = "@duckdb/node-api")]
    public async Task ExportAsync_JsonLinesReadByDuckDb_KeepsEveryText()
    {
        await new ProspectJsonLinesExporter().ExportAsync(InboxPageable.FromItems(HostileProspects.All), Target);
        var columns = "{prospectId: 'VARCHAR', platformId: 'VARCHAR', username: 'VARCHAR', name: 'VARCHAR'}";
        var rows = Lines(Programs.Node(DuckDb, $"read_json('{Target}', format = 'newline_delimited', columns = {columns})")).Select(row => row.ToList()).ToList();

        rows.Should().HaveCount(114);
        foreach (var (prospect, row) in HostileProspects.All.Zip(rows))
            row.Should().Equal(prospect.Id, prospect.PlatformId, prospect.Username, Unpaired().Replace(prospect.Name!, "\uFFFD"));
    }

    private Task<ExportResult> ExportAsync(CsvExportFormat format = CsvExportFormat.Plain) =>
        new ProspectCsvExporter(new() { Format = format }).ExportAsync(InboxPageable.FromItems(HostileProspects.All), Target);

    private static IEnumerable<IEnumerable<string>> Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement.EnumerateArray().Select(value => value.GetString() ?? ""));

    /// <summary>Compares rows of id, platform id, handle and name with those of the file.</summary>
    /// <param name="rows">What the program read.</param>
    /// <param name="read">What the documentation says that the program makes of a text.</param>
    private static void ShouldBe(IEnumerable<IEnumerable<string>> rows, Func<string, string> read)
    {
        var all = rows.Select(row => row.ToList()).ToList();
        all.Should().HaveCount(114);
        foreach (var (prospect, row) in HostileProspects.All.Zip(all))
            row.Should().Equal(prospect.Id, read(prospect.PlatformId), read(prospect.Username), read(Written(prospect.Name!)));
    }

    // What the file contains: guarded, and without what UTF-8 and some loaders cannot read.
    private static string Written(string text)
    {
        var guarded = Formula().IsMatch(text) ? $"'{text}" : text;
        return Unpaired().Replace(guarded, "\uFFFD").Replace('\0', '\uFFFD');
    }

    private static string Lf(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    [GeneratedRegex("^[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]")]
    private static partial Regex Formula();

    // One replacement for each unpaired surrogate.
    [GeneratedRegex("[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Unpaired();
}
