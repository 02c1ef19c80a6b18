using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using InboxSdk.Sandbox;
using InboxSdk.Tests.Programs;

namespace InboxSdk.Excel.Tests;

public sealed class ProspectXlsxExporterTests : IDisposable
{
    private static readonly Prospect John = new()
    {
        Id = "prospect_abc123",
        PlatformId = "1234567890123456789",
        Username = "1e5",
        Name = "John \"JD\" <Doe>",
        FollowerCount = 5420,
        IsVerified = true,
        Tags = [new() { Id = "t1", Name = "Hot Lead" }, new() { Id = "t2", Name = "Enterprise" }],
        Status = new() { Id = "s1", Name = "Qualified" },
        Notes = "Asked for a demo,\nthen for a price",
        Valuation = 75000.25m,
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("inbox-excel").FullName;

    private string Target => Path.Combine(_folder, "prospects.xlsx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ExportAsync_DefaultColumns_AreTypedCells()
    {
        using var workbook = await ExportAsync([John, new() { Id = "p2" }]);

        var rows = workbook.Rows().ToList();
        rows.Should().HaveCount(3);
        rows[0].Select(cell => cell.Value.Value).Should().Equal("prospectId", "platformId", "username", "name", "followers", "verified", "tags", "status", "notes");
        rows[1].Values.Select(cell => (cell.Type, cell.Value)).Should().Equal(
            ("inlineStr", "prospect_abc123"), ("inlineStr", "1234567890123456789"), ("inlineStr", "1e5"), ("inlineStr", "John \"JD\" <Doe>"), ("n", "5420"), ("b", "1"),
            ("inlineStr", "Hot Lead; Enterprise"), ("inlineStr", "Qualified"), ("inlineStr", "Asked for a demo,\nthen for a price"));
        rows[2].Keys.Should().Equal(["A", "E", "F"], "a value that does not exist is no cell with empty text");
    }

    [Fact]
    public async Task ExportAsync_Texts_HaveTheTextFormat()
    {
        using var workbook = await ExportAsync([John]);

        var formats = workbook.Elements("xl/styles.xml", "xf").Select(format => format.GetAttribute("numFmtId")).Skip(1).ToList();
        // 49 is the format of text ("@"), so that a cell stays text when a person edits it.
        workbook.Rows().SelectMany(row => row.Values).Where(cell => cell.Type == "inlineStr").Should().OnlyContain(cell => formats[cell.Style] == "49");
    }

    [Fact]
    public async Task ExportAsync_Sheet_HasAFrozenHeaderAFilterAndWidths()
    {
        using var workbook = await ExportAsync([John]);

        const string Sheet = "xl/worksheets/sheet1.xml";
        workbook.SheetNames.Should().Equal("Prospects");
        workbook.Elements(Sheet, "pane").Select(pane => (pane.GetAttribute("ySplit"), pane.GetAttribute("state"))).Should().Equal(("1", "frozen"));
        workbook.Elements(Sheet, "autoFilter").Select(filter => filter.GetAttribute("ref")).Should().Equal("A1:I1048576");
        workbook.Elements(Sheet, "col").Select(column => column.GetAttribute("width")).Should().Equal("22", "22", "18", "28", "12", "10", "28", "18", "50");
    }

    [Fact]
    public async Task ExportAsync_HostileProspects_HaveNoFormulaAndNoMacro()
    {
        using var workbook = await ExportAsync(HostileProspects.All);

        workbook.Elements("xl/worksheets/sheet1.xml", "f").Should().BeEmpty();
        workbook.Files.Should().BeEquivalentTo(
            "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
    }

    [Fact]
    public async Task ExportAsync_HostileProspects_AreTextOfTheRightContent()
    {
        HostileProspects.All.Count.Should().Be(114);

        using var workbook = await ExportAsync(HostileProspects.All);

        var rows = workbook.Rows().Skip(1).ToList();
        rows.Should().HaveCount(114);
        foreach (var (prospect, row) in HostileProspects.All.Zip(rows))
        {
            "ABCD".Select(column => Decode(row[$"{column}"].Value))
                .Should().Equal(prospect.Id, prospect.PlatformId, prospect.Username, CellTextExpectation.Of(prospect.Name));
            row.Where(cell => cell.Key is "A" or "B" or "C" or "D" or "I").Should().OnlyContain(cell => cell.Value.Type == "inlineStr");
        }
    }

    [Fact]
    public async Task ExportAsync_TextsOverTheLimit_AreShortenedAndCounted()
    {
        Prospect[] prospects =
        [
            new() { Id = "p1", Notes = new('x', 32_767) }, new() { Id = "p2", Notes = new('x', 32_768) },
            // The last character that fits is half of a pair.
            new() { Id = "p3", Notes = new string('x', 32_766) + "\U0001F600" },
            // Neither the escapes nor the second half of a line break count.
            new() { Id = "p4", Notes = string.Concat(Enumerable.Repeat("_x0041_\r\n", 4_095)) },
        ];

        var result = await new ProspectXlsxExporter().ExportAsync(InboxPageable.FromItems(prospects), Target);

        result.Should().Be(new ExportResult { RowCount = 4, ShortenedTextCount = 2 });
        using var workbook = new Workbook(File.OpenRead(Target));
        workbook.Rows().Skip(1).Select(row => Decode(row["I"].Value))
            .Should().Equal(new string('x', 32_767), new string('x', 32_767), new string('x', 32_766), string.Concat(Enumerable.Repeat("_x0041_\n", 4_095)));
    }

    [Fact]
    public async Task ExportAsync_Numbers_OfMoreThanFifteenDigitsAreText()
    {
        decimal?[] numbers =
            [75000.25m, -0.1m, 999_999_999_999_999m, 1_000_000_000_000_000m, 1_000_000_000_000_001m, 1234567890.123456m, 0.1234567890123456m, 12.50000000000000000000m, decimal.MaxValue, null];
        var columns = new[] { ExportColumn.Number<Prospect>("number", prospect => numbers[int.Parse(prospect.Id, CultureInfo.InvariantCulture)]) };

        using var workbook = await ExportAsync(numbers.Select((_, index) => new Prospect { Id = $"{index}" }), columns);

        workbook.Rows().Skip(1).Select(row => row.TryGetValue("A", out var cell) ? $"{cell.Type} {(cell.Type == "n" ? double.Parse(cell.Value, CultureInfo.InvariantCulture) : cell.Value)}" : "")
            .Should().Equal(
                "n 75000.25", "n -0.1", "n 999999999999999", "n 1000000000000000", "inlineStr 1000000000000001", "inlineStr 1234567890.123456", "inlineStr 0.1234567890123456", "n 12.5",
                "inlineStr 79228162514264337593543950335", "");
    }

    [Fact]
    public async Task ExportAsync_Timestamps_AreDatesInUtc()
    {
        DateTimeOffset?[] timestamps = [new(2026, 1, 1, 12, 0, 0, TimeSpan.FromHours(2)), new(1900, 2, 28, 0, 0, 0, TimeSpan.Zero), null];
        var columns = new[] { ExportColumn.Timestamp<Prospect>("at", prospect => timestamps[int.Parse(prospect.Id, CultureInfo.InvariantCulture)]) };

        using var workbook = await ExportAsync(timestamps.Select((_, index) => new Prospect { Id = $"{index}" }), columns);

        var rows = workbook.Rows().Skip(1).ToList();
        // Days since the end of 1899.
        DateTime.FromOADate(double.Parse(rows[0]["A"].Value, CultureInfo.InvariantCulture)).Should().Be(new DateTime(2026, 1, 1, 10, 0, 0));
        rows[0]["A"].Type.Should().Be("n");
        (rows[1]["A"].Type, rows[1]["A"].Value).Should().Be(("inlineStr", "1900-02-28 00:00:00"), "workbooks disagree about dates before March 1900");
        rows[2].Should().BeEmpty();
        workbook.Elements("xl/styles.xml", "numFmt").Select(format => format.GetAttribute("formatCode")).Should().Equal(@"yyyy\-mm\-dd hh:mm:ss");
    }

    [Fact]
    public async Task ExportAsync_MoreThanASheetHolds_ContinuesOnTheNext()
    {
        await new ProspectXlsxExporter(new() { Columns = [ProspectColumn.ProspectId] }).ExportAsync(ManyAsync(1_048_576), Target);

        using var workbook = new Workbook(File.OpenRead(Target));
        workbook.SheetNames.Should().Equal("Prospects", "Prospects 2");
        workbook.Elements("xl/worksheets/sheet1.xml", "row").Count().Should().Be(1_048_576);
        workbook.Rows(2).Select(row => row["A"].Value).Should().Equal("prospectId", "p1048575");
    }

    [Fact]
    public async Task ExportAsync_Sandbox_WritesEveryProspectOnce()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 300 });
        using var inbox = sandbox.CreateClient(options => options.RateLimit.IsEnabled = false);

        var result = await new ProspectXlsxExporter().ExportAsync(inbox.Prospects.ListAsync(), Target);

        using var workbook = new Workbook(File.OpenRead(Target));
        var ids = sandbox.State.Threads.Select(thread => thread.ProspectId).Distinct().ToList();
        result.Should().Be(new ExportResult { RowCount = ids.Count });
        workbook.Rows().Skip(1).Select(row => sandbox.State.FindProspect(row["A"].Value)?.Id).Should().BeEquivalentTo(ids);
    }

    [Fact]
    public async Task ExportAsync_Stream_StaysOpenAndNeedNotSeek()
    {
        await using var memory = new MemoryStream();
        await using var forwardOnly = new ForwardOnlyStream(memory);

        await new ProspectXlsxExporter().ExportAsync(InboxPageable.FromItems(John), forwardOnly);

        forwardOnly.CanWrite.Should().BeTrue();
        memory.Position = 0;
        using var workbook = new Workbook(memory);
        workbook.Rows().Should().HaveCount(2);
    }

    [Fact]
    public async Task ExportAsync_CancelledOnTheWay_LeavesTheFileUnchanged()
    {
        await File.WriteAllTextAsync(Target, "before");
        using var stop = new CancellationTokenSource();

        var act = () => new ProspectXlsxExporter().ExportAsync(EndlessAsync(stop), Target, cancellationToken: stop.Token);

        await act.Should().ThrowAsync<OperationCanceledException>();
        (await File.ReadAllTextAsync(Target)).Should().Be("before");
        Directory.GetFiles(_folder).Should().Equal(Target);
    }

    [Fact]
    public void Create_WrongOptions_SaysWhatToDo()
    {
        IReadOnlyList<ExportColumn<Prospect>>[] wrong =
            [[], [null!], [ProspectColumn.Notes, ExportColumn.Text<Prospect>("notes", _ => null)], [.. Enumerable.Range(0, 16_385).Select(i => ExportColumn.Text<Prospect>($"c{i}", _ => null))]];

        foreach (var columns in wrong)
            FluentActions.Invoking(() => new ProspectXlsxExporter(new() { Columns = columns })).Should().Throw<ArgumentException>().WithParameterName("options");
        FluentActions.Invoking(() => ExportColumn.Text<Prospect>("bio", _ => null, width: 256)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private async Task<Workbook> ExportAsync(IEnumerable<Prospect> prospects, IReadOnlyList<ExportColumn<Prospect>>? columns = null)
    {
        await new ProspectXlsxExporter(new() { Columns = columns }).ExportAsync(InboxPageable.FromItems(prospects), Target);
        return new(File.OpenRead(Target));
    }

    // Decodes what ECMA-376 defines as escapes.
    internal static string Decode(string text) =>
        Regex.Replace(text, "_x([0-9A-Fa-f]{4})_", match => $"{(char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)}");

    private static async IAsyncEnumerable<Prospect> ManyAsync(int count)
    {
        for (var i = 0; i < count; i++)
            yield return new() { Id = $"p{i}" };
        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<Prospect> EndlessAsync(CancellationTokenSource stop, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; ; i++)
        {
            if (i == 3_000)
                await stop.CancelAsync();
            yield return new() { Id = $"p{i}" };
        }
    }

    private sealed class ForwardOnlyStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => inner.CanWrite;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
