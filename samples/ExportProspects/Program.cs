using System.Diagnostics;
using ExportProspects;
using InboxSdk;

return await SampleHost.RunAsync(args, Arguments.Usage, async run =>
{
    var arguments = Arguments.Parse(run.Arguments);
    await using var client = await run.ConnectAsync(new() { ProspectCount = arguments.Prospects, RequestLogCapacity = 0 }, hasRateLimit: false);

    var query = new ThreadQuery();
    if (arguments.Tag is { } name)
    {
        var tag = await client.Inbox.Tags.FindByNameAsync(name, run.Stop) ?? throw new InvalidOperationException($"There is no tag '{name}'.");
        query = query with { TagIds = [tag.Id] };
    }

    Exporter<Prospect> exporter = arguments.Format switch
    {
        "csv" => new ProspectCsvExporter(new() { Columns = Columns(), Format = arguments.IsForExcel ? CsvExportFormat.Excel : CsvExportFormat.Plain, IsRaw = arguments.IsRaw }),
        "jsonl" => new ProspectJsonLinesExporter(new() { Columns = Columns() }),
        _ => new ProspectXlsxExporter(new() { Columns = Columns() }),
    };
    var totals = new Totals();
    var prospects = totals.CountAsync(client.Inbox.Prospects.ListAsync(query, run.Stop));
    // The API does not report how many there are.
    int? expected = client.Sandbox is null || arguments.Tag is not null ? null : arguments.Prospects;
    var started = Stopwatch.GetTimestamp();
    var result = await ExportProgressBar.ShowAsync(expected, progress => arguments.IsToStandardOutput
        ? ToStandardOutputAsync(exporter, prospects, run.Stop)
        : exporter.ExportAsync(prospects, arguments.Output, progress, run.Stop));
    await Console.Error.WriteLineAsync($"{result.RowCount:N0} prospects in {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s, to {(arguments.IsToStandardOutput ? "standard output" : arguments.Output)}.");
    await Console.Error.WriteLineAsync($"{totals}{(result.ShortenedTextCount > 0 ? $" {result.ShortenedTextCount:N0} texts were shortened." : "")}");
    return 0;
}, stopped: "Stopped. The file is unchanged.");

static IReadOnlyList<ExportColumn<Prospect>> Columns() =>
    [.. ProspectColumn.Defaults, ProspectColumn.Valuation, ExportColumn.Number<Prospect>("score", prospect => LeadScorer.Default.Score(prospect).Points)];

static async Task<ExportResult> ToStandardOutputAsync(Exporter<Prospect> exporter, IAsyncEnumerable<Prospect> prospects, CancellationToken cancellationToken)
{
    await using var output = Console.OpenStandardOutput();
    return await exporter.ExportAsync(prospects, output, progress: null, cancellationToken);
}
