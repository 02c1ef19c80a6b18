using System.Runtime.CompilerServices;

namespace InboxSdk.Csv.Tests;

public sealed class FileExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("inbox-csv").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Target => Path.Combine(_folder, "prospects.csv");

    [Fact]
    public async Task ExportAsync_File_IsWholeAndAlone()
    {
        await File.WriteAllTextAsync(Target, "what was there");

        (await new ProspectCsvExporter().ExportAsync(InboxPageable.FromItems<Prospect>([new() { Id = "p1" }, new() { Id = "p2" }]), Target)).RowCount.Should().Be(2);

        (await File.ReadAllLinesAsync(Target)).Should().HaveCount(3);
        Directory.GetFiles(_folder).Should().Equal(Target);
    }

    [Fact]
    public async Task ExportAsync_FaultOnTheWay_LeavesWhatWasThere()
    {
        await File.WriteAllTextAsync(Target, "what was there");

        var act = () => new ProspectCsvExporter().ExportAsync(BrokenAsync(), Target);

        await act.Should().ThrowAsync<InboxTransportException>();
        (await File.ReadAllTextAsync(Target)).Should().Be("what was there");
        Directory.GetFiles(_folder).Should().Equal(Target);
    }

    [Fact]
    public async Task ExportAsync_CancelledOnTheWay_LeavesNothing()
    {
        using var stop = new CancellationTokenSource();

        var act = () => new ProspectCsvExporter().ExportAsync(EndlessAsync(stop), Target, cancellationToken: stop.Token);

        await act.Should().ThrowAsync<OperationCanceledException>();
        Directory.GetFiles(_folder).Should().BeEmpty();
    }

    [Fact]
    public async Task ExportAsync_MissingFolder_SaysSo()
    {
        var act = () => new ProspectCsvExporter().ExportAsync(InboxPageable.FromItems<Prospect>([]), Path.Combine(_folder, "none", "p.csv"));

        await act.Should().ThrowAsync<DirectoryNotFoundException>();
    }

    [Fact]
    public async Task ExportAsync_TwoAtOnceToOneFile_LeaveOneWholeExport()
    {
        var prospects = Enumerable.Range(0, 5_000).Select(i => new Prospect { Id = $"p{i}" }).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new ProspectCsvExporter().ExportAsync(InboxPageable.FromItems(prospects), Target)));

        (await File.ReadAllLinesAsync(Target)).Should().HaveCount(5_001);
        Directory.GetFiles(_folder).Should().Equal(Target);
    }

    private static async IAsyncEnumerable<Prospect> BrokenAsync()
    {
        for (var i = 0; i < 5_000; i++)
            yield return new() { Id = $"p{i}" };
        await Task.CompletedTask;
        throw new InboxTransportException("Broken.");
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
}
