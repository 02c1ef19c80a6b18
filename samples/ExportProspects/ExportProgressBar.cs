using InboxSdk;
using Spectre.Console;

namespace ExportProspects;

/// <summary>Shows the progress on standard error: a bar on a terminal, otherwise a line for every 10,000.</summary>
internal static class ExportProgressBar
{
    public static Task<ExportResult> ShowAsync(int? expected, Func<IProgress<ExportProgress>, Task<ExportResult>> export)
    {
        if (Console.IsErrorRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
            return export(new Reporter(Lines()));

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        ProgressColumn[] columns = expected is null
            ? [new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn()]
            : [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];
        return console.Progress().Columns(columns).StartAsync(async context =>
        {
            var task = context.AddTask("Exporting", maxValue: expected ?? double.MaxValue);
            task.IsIndeterminate = expected is null;
            var result = await export(new Reporter(it =>
            {
                task.Value = it.RowCount;
                task.Description = $"{it.RowCount:N0} prospects{Waiting(it)}";
            }));
            task.Value = task.MaxValue;
            return result;
        });
    }

    private static Action<ExportProgress> Lines()
    {
        var reported = 0L;
        return it =>
        {
            if (it.RowCount / 10_000 == reported && it.WaitingUntil is null)
                return;
            reported = it.RowCount / 10_000;
            Console.Error.WriteLine($"{it.RowCount:N0} prospects{Waiting(it)}");
        };
    }

    private static string Waiting(ExportProgress progress) => progress.WaitingUntil is { } until ? $", waiting for the rate limit until {until.ToLocalTime():T}" : "";

    /// <summary>Unlike <see cref="Progress{T}"/>, reports synchronously and in order.</summary>
    private sealed class Reporter(Action<ExportProgress> report) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => report(value);
    }
}
