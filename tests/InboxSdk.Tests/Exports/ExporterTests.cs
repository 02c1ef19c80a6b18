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
