using BulkUpdate;
using InboxSdk;
using InboxSdk.Sandbox;
using Spectre.Console;

return await SampleHost.RunAsync(args, Arguments.Usage, async run =>
{
    var arguments = Arguments.Parse(run.Arguments);
    if (arguments.IsReset)
        File.Delete(arguments.Checkpoint);

    // Without --live: an Inbox server in this process, with the same prospects every time.
    await using var client = await run.ConnectAsync(SandboxOptions(arguments, run.Api), isLive: arguments.LiveIds is not null, hasRateLimit: arguments.HasLimits);
    var ids = arguments.LiveIds is { } file ? [.. File.ReadLines(file)] : await SandboxIdsAsync(client.Inbox, arguments, run.Stop);
    return await RunAsync(client.Inbox, ids, arguments, run.Stop);
}, stopped: "Stopped before the first change.");

static async Task<int> RunAsync(IInboxClient inbox, List<string> ids, Arguments arguments, CancellationToken cancellationToken)
{
    var qualified = await inbox.Statuses.FindByNameAsync("Qualified", cancellationToken)
        ?? throw new InvalidOperationException("There is no status 'Qualified'. Create it in Inbox, or change this sample.");
    var changes = ids.ConvertAll(id => new ProspectContextChange(id, new() { StatusId = qualified.Id }));
    var updater = new BulkContextUpdater(inbox, new()
    {
        MaxConcurrency = arguments.Concurrency,
        Checkpoint = new FileBulkCheckpoint(arguments.Checkpoint),
    });

    var summary = await ProgressBar.ShowAsync(changes.Count, progress => updater.UpdateAllAsync(changes, progress, cancellationToken));

    Console.WriteLine(
        $"{summary.SucceededCount:N0} succeeded ({summary.PreviouslyCompletedCount:N0} of them in an earlier run), {summary.FailedCount:N0} failed, {summary.IndeterminateCount:N0} unknown, "
        + $"{ids.Count - summary.ReadCount + summary.NotAttemptedCount:N0} left, in {summary.Elapsed:h\\:mm\\:ss}.");
    foreach (var result in summary.FirstFailures.Where(result => result.Outcome != BulkUpdateOutcome.NotAttempted).Take(5))
        Console.WriteLine($"  {result.ProspectId}: {result.Error}");

    if (summary.StoppedBy == BulkStopReason.Canceled)
    {
        Console.WriteLine($"Stopped. The checkpoint is {arguments.Checkpoint}: the same command resumes.");
        return 130;
    }

    if (summary.SucceededCount < ids.Count)
    {
        Console.WriteLine("The same command retries the changes that did not succeed; --reset starts over.");
        return 1;
    }

    File.Delete(arguments.Checkpoint);
    return 0;
}

static InboxSandboxOptions SandboxOptions(Arguments arguments, ApiChoice api) => new()
{
    ProspectCount = arguments.Count,
    RequestLogCapacity = 0,
    RateLimits = !arguments.HasLimits ? SandboxRateLimits.Off : api.Chosen == InboxApiVersion.V1 ? SandboxRateLimits.V1 : SandboxRateLimits.V2,
};

// Ids that do not exist are spread over the list.
static async Task<List<string>> SandboxIdsAsync(IInboxClient inbox, Arguments arguments, CancellationToken cancellationToken)
{
    var ids = (await inbox.Prospects.ListAsync(cancellationToken: cancellationToken).ToListAsync(cancellationToken)).ConvertAll(prospect => prospect.Id);
    for (var i = 0; i < arguments.Failing; i++)
        ids[(int)((long)i * ids.Count / arguments.Failing)] = $"unknown{i}";
    return ids;
}

/// <summary>Shows the progress of a run: a bar on a terminal, otherwise a line for every 10 %.</summary>
internal static class ProgressBar
{
    public static Task<BulkUpdateSummary> ShowAsync(int total, Func<IProgress<BulkUpdateProgress>, Task<BulkUpdateSummary>> run)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive || Console.IsOutputRedirected)
        {
            var reported = -1L;
            return run(new Reporter(progress =>
            {
                var tenth = progress.CompletedCount * 10 / Math.Max(1, total);
                if (tenth == reported && progress.WaitingUntil is null)
                    return;
                reported = tenth;
                Console.WriteLine($"{progress.CompletedCount:N0} of {total:N0}, {Describe(progress)}");
            }));
        }

        return AnsiConsole.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("starting", maxValue: Math.Max(1, total));
                return await run(new Reporter(progress =>
                {
                    task.Value = progress.CompletedCount;
                    task.Description = Markup.Escape(Describe(progress));
                }));
            });
    }

    private static string Describe(BulkUpdateProgress progress)
    {
        var rate = (progress.CompletedCount - progress.PreviouslyCompletedCount) / Math.Max(0.001, progress.Elapsed.TotalSeconds);
        var left = progress.EstimatedTimeLeft is { } time ? $", {time:d\\.hh\\:mm\\:ss} left".Replace(" 0.", " ", StringComparison.Ordinal) : "";
        var waiting = progress.WaitingUntil is { } until ? $", waiting for the rate limit until {until.ToLocalTime():T}" : "";
        return $"{rate:N1}/s, {progress.FailedCount:N0} failed{left}{waiting}";
    }

    // Unlike Progress<T>, reports synchronously and in order.
    private sealed class Reporter(Action<BulkUpdateProgress> report) : IProgress<BulkUpdateProgress>
    {
        public void Report(BulkUpdateProgress value) => report(value);
    }
}
