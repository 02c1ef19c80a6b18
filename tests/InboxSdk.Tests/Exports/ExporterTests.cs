using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Exports;

public class ExporterTests
{
    [Fact]
    public async Task ExportAsync_ListOfSeveralPages_RequestsTheNextWhileRowsAreWritten()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 150 });
        using var inbox = sandbox.CreateClient();
        using var second = new ManualResetEventSlim();
        var list = inbox.Threads.ListAsync();
        var exporter = new ThreadJsonLinesExporter(new()
        {
            Columns = [ExportColumn.Text<InboxThread>("id", thread =>
            {
                // The rows of the first page cannot be written before the second page is here.
                second.Wait(TestTimeout.Token());
                return thread.Id;
            })],
        });

        var result = await exporter.ExportAsync(new Watched(list, page: 2, second.Set), Stream.Null);

        result.RowCount.Should().Be(sandbox.State.Threads.Count);
    }

    [Fact]
    public async Task ExportAsync_FewRowsOfASlowSource_ReportsEach()
    {
        var clock = new TestClock();
        var reports = new List<long>();

        await new ProspectJsonLinesExporter(new() { TimeProvider = clock }).ExportAsync(RowsAsync(), Stream.Null, new Reports(progress => reports.Add(progress.RowCount)));

        reports.Should().Equal(1, 2, 3, 3);

        async IAsyncEnumerable<Prospect> RowsAsync()
        {
            for (var row = 1; row <= 3; row++)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
                reports.Should().HaveCount(row - 1);
                yield return new();
            }
        }
    }

    [Fact]
    public async Task ExportAsync_CallbackWaitsForAnotherThread_DoesNotBlockIt()
    {
        // A page that is prefetched starts to wait for the rate limit on another thread, while the callback runs.
        var waiting = new List<DateTimeOffset?>();
        var clock = new TestClock();
        var until = clock.GetUtcNow().AddMinutes(1);
        var isFirst = true;
        Reports? reports = null;
        IProgress<RateLimitWait>? waits = null;
        reports = new(progress =>
        {
            waiting.Add(progress.WaitingUntil);
            if (!isFirst)
                return;
            isFirst = false;
            Task.Run(() => waits!.Report(new() { Until = until })).WaitAsync(TestTimeout.Token()).GetAwaiter().GetResult();
        });

        var tally = new InboxSdk.Exports.ExportTally(reports, clock, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        waits = tally;
        await Task.Run(() => tally.RowsWritten(1)).WaitAsync(TestTimeout.Token());

        waiting.Should().Equal(null, until);
    }

    private sealed class Reports(Action<ExportProgress> report) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => report(value);
    }

    /// <summary>Represents a list that reports the arrival of a page.</summary>
    private sealed class Watched(InboxPageable<InboxThread> list, int page, Action onArrival) : InboxPageable<InboxThread>
    {
        public override async IAsyncEnumerable<InboxPage<InboxThread>> AsPages(string? continuationToken = null, int? pageSize = null)
        {
            var number = 0;
            await foreach (var one in list.AsPages(continuationToken, pageSize))
            {
                if (++number == page)
                    onArrival();
                yield return one;
            }
        }
    }
}
