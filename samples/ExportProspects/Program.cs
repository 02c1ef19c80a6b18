using System.Diagnostics;
using ExportProspects;
using InboxSdk;
using InboxSdk.Sandbox;
using Microsoft.Extensions.Options;
using Spectre.Console;

if (args.Contains("--help"))
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};

try
{
    var api = ApiChoice.Take(ref args);
    var arguments = Arguments.Parse(args);
    await using var sandbox = Arguments.IsLive ? null : await InboxSandbox.StartAsync(new() { ProspectCount = arguments.Prospects, RequestLogCapacity = 0 }, stop.Token);
    using var inbox = sandbox?.CreateClient(options =>
    {
        api.Apply(options);
        options.RateLimit.IsEnabled = false;
    }) ?? api.CreateClient();

    var query = new ThreadQuery();
    if (arguments.Tag is { } name)
    {
        var tag = await inbox.Tags.FindByNameAsync(name, stop.Token) ?? throw new InboxException($"There is no tag '{name}'.");
        query = query with { TagIds = [tag.Id] };
    }

    var exporter = new ProspectCsvExporter(new()
    {
        Columns = [.. ProspectCsvColumn.Defaults, ProspectCsvColumn.Valuation, ProspectCsvColumn.Number("score", prospect => LeadScorer.Default.Score(prospect).Points)],
        Format = arguments.IsForExcel ? ProspectCsvFormat.Excel : ProspectCsvFormat.Plain,
        IsRaw = arguments.IsRaw,
    });
    var prospects = inbox.Prospects.ListAsync(query, stop.Token);
    var started = Stopwatch.GetTimestamp();
    var rows = await ShowAsync(progress => arguments.IsToStandardOutput
        ? ToStandardOutputAsync(exporter, prospects, stop.Token)
        : exporter.ExportAsync(prospects, arguments.Output, progress, stop.Token));
    await Console.Error.WriteLineAsync($"{rows:N0} prospects in {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s, to {(arguments.IsToStandardOutput ? "standard output" : arguments.Output)}.");
    return 0;
}
catch (FormatException exception)
{
    await Console.Error.WriteLineAsync($"{exception.Message} Try --help.");
    return 2;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped. The file is unchanged.");
    return 130;
}
catch (Exception exception) when (exception is InboxException or OptionsValidationException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

static async Task<long> ToStandardOutputAsync(ProspectCsvExporter exporter, IAsyncEnumerable<Prospect> prospects, CancellationToken cancellationToken)
{
    await using var output = Console.OpenStandardOutput();
    return await exporter.ExportAsync(prospects, output, progress: null, cancellationToken);
}

// The total is unknown: a spinner on a terminal, otherwise a line for every 10,000. Both on standard error.
static Task<long> ShowAsync(Func<IProgress<ExportProgress>, Task<long>> export)
{
    if (!Console.IsErrorRedirected && AnsiConsole.Profile.Capabilities.Interactive)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().StartAsync("Exporting", context => export(new Reporter(it => context.Status($"Exporting: {it.RowCount:N0} prospects{Waiting(it)}"))));
    }

    var reported = 0L;
    return export(new Reporter(it =>
    {
        if (it.RowCount / 10_000 == reported && it.WaitingUntil is null)
            return;
        reported = it.RowCount / 10_000;
        Console.Error.WriteLine($"{it.RowCount:N0} prospects{Waiting(it)}");
    }));

    static string Waiting(ExportProgress progress) => progress.WaitingUntil is { } until ? $", waiting for the rate limit until {until.ToLocalTime():T}" : "";
}

/// <summary>Unlike <see cref="Progress{T}"/>, reports synchronously and in order.</summary>
internal sealed class Reporter(Action<ExportProgress> report) : IProgress<ExportProgress>
{
    public void Report(ExportProgress value) => report(value);
}
