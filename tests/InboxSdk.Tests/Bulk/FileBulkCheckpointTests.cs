using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Bulk;

public sealed class FileBulkCheckpointTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"bulk-{Guid.NewGuid():N}.checkpoint");

    private BulkUpdateOptions Options => new() { MaxConcurrency = 3, Checkpoint = new FileBulkCheckpoint(_path) };

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task UpdateAllAsync_FileOfAnEarlierRun_ContinuesFromIt()
    {
        var isDown = true;
        var prospects = new FakeProspects(change => _ = isDown && change.Notes == "7" ? throw new InboxValidationException("Refused.") : 0);
        (await new BulkContextUpdater(prospects, Options).UpdateAllAsync(BulkInput.Changes(500))).FailedCount.Should().Be(1);
        isDown = false;

        var summary = await new BulkContextUpdater(prospects, Options).UpdateAllAsync(BulkInput.Changes(500));

        summary.Should().BeEquivalentTo(new { SucceededCount = 500L, PreviouslyCompletedCount = 499L });
        prospects.Sent.Should().HaveCount(501);
    }

    [Fact]
    public async Task UpdateAllAsync_FileCutAtEveryByte_LosesAndRepeatsNothingReported()
    {
        // The file holds records out of order, repeated prospects and failures.
        List<ProspectContextChange> changes = [.. BulkInput.Changes(6), BulkInput.Change("prospect_1", "6"), BulkInput.Change("", "7"), BulkInput.Change("prospect_8", "8")];
        await new BulkContextUpdater(new FakeProspects(change => _ = change.Notes is "2" or "4" ? throw (change.Notes == "2" ? new InboxValidationException("Refused.") : new InboxTransportException("Broken.")) : 0), Options)
            .UpdateAllAsync(changes);
        var whole = await File.ReadAllBytesAsync(_path);

        for (var length = 0; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(_path, whole[..length]);
            // At most the results with a complete record had been returned when the process ended here.
            var kept = Encoding.ASCII.GetString(whole, 0, Array.LastIndexOf(whole, (byte)'\n', Math.Max(0, length - 1)) + 1);
            var prospects = new FakeProspects();

            var results = await new BulkContextUpdater(prospects, Options).UpdateAsync(changes).InOrderAsync();

            results.Should().HaveCount(9);
            foreach (var result in results)
            {
                var wasReported = kept.Contains($"\ndone {result.Index} Succeeded ", StringComparison.Ordinal);
                var wasSent = kept.Contains($"\nsend {result.Index} ", StringComparison.Ordinal);
                result.IsSuccess.Should().Be(result.Index != 7);
                result.WasPreviouslyCompleted.Should().Be(wasReported);
                result.WasInFlight.Should().Be(wasSent && !wasReported && !kept.Contains($"\ndone {result.Index} Failed", StringComparison.Ordinal));
                prospects.Sent.Count(sent => sent.Notes == $"{result.Index}").Should().Be(wasReported || result.Index == 7 ? 0 : 1);
            }

            (await new BulkContextUpdater(prospects, Options).UpdateAllAsync(changes)).PreviouslyCompletedCount.Should().Be(8, "the records after the cut are complete");
        }
    }

    [Fact]
    public async Task UpdateAllAsync_FileOfManyPieces_IsReadWhole()
    {
        const int Many = 3_000;
        await new BulkContextUpdater(new FakeProspects(), Options).UpdateAllAsync(BulkInput.Changes(Many));
        new FileInfo(_path).Length.Should().BeGreaterThan(4 * 64 * 1024);
        var prospects = new FakeProspects();

        var summary = await new BulkContextUpdater(prospects, Options).UpdateAllAsync(BulkInput.Changes(Many + 1));

        summary.PreviouslyCompletedCount.Should().Be(Many);
        prospects.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task UpdateAllAsync_EmptyLine_IsDamage()
    {
        await new BulkContextUpdater(new FakeProspects(), Options).UpdateAllAsync(BulkInput.Changes(1));
        await File.AppendAllTextAsync(_path, "\n");

        await new BulkContextUpdater(new FakeProspects(), Options).Awaiting(updater => updater.UpdateAllAsync(BulkInput.Changes(1)))
            .Should().ThrowAsync<BulkCheckpointException>().WithMessage("*is damaged*");
    }

    [Fact]
    public async Task UpdateAllAsync_CancelledBefore_MakesNoFile()
    {
        var summary = await new BulkContextUpdater(new FakeProspects(), Options).UpdateAllAsync(BulkInput.Changes(1), cancellationToken: new(canceled: true));

        summary.StoppedBy.Should().Be(BulkStopReason.Canceled);
        File.Exists(_path).Should().BeFalse();
    }

    [Fact]
    public async Task UpdateAllAsync_DiskIsFull_SaysSoAndSendsNothing()
    {
        // On this Linux device, every write fails because it is full.
        if (!File.Exists("/dev/full"))
            return;
        var prospects = new FakeProspects();

        await new BulkContextUpdater(prospects, new() { Checkpoint = new FileBulkCheckpoint("/dev/full") }).Awaiting(updater => updater.UpdateAllAsync(BulkInput.Changes(1)))
            .Should().ThrowAsync<BulkCheckpointException>().WithMessage("The checkpoint /dev/full cannot be written*Free some space*");

        prospects.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAllAsync_FileCannotBeRead_SaysSoAndSendsNothing()
    {
        // On Linux, reading the first byte of this file fails as on a broken disk.
        const string Unreadable = "/proc/self/mem";
        if (!File.Exists(Unreadable))
            return;
        await new BulkContextUpdater(new FakeProspects(), Options).UpdateAllAsync(BulkInput.Changes(3));
        var prospects = new FakeProspects();
        var checkpoint = new BreakingCheckpoint(new(_path), Unreadable);

        (await new BulkContextUpdater(prospects, new() { Checkpoint = checkpoint }).Awaiting(updater => updater.UpdateAllAsync(BulkInput.Changes(3)))
            .Should().ThrowAsync<BulkCheckpointException>().WithMessage($"The checkpoint {_path} cannot be read*")).WithInnerException<IOException>();

        prospects.Sent.Should().BeEmpty();
    }

    /// <summary>Represents a checkpoint whose file breaks once it is open: its descriptor becomes that of another file.</summary>
    private sealed class BreakingCheckpoint(FileBulkCheckpoint inner, string broken) : IBulkCheckpoint
    {
        public async Task<IBulkCheckpointLog> OpenAsync(CancellationToken cancellationToken = default)
        {
            var log = await inner.OpenAsync(cancellationToken);
            using var other = File.OpenHandle(broken);
            var descriptor = int.Parse(Path.GetFileName(Directory.GetFiles("/proc/self/fd").Single(link => new FileInfo(link).LinkTarget == inner.Path)), CultureInfo.InvariantCulture);
            Duplicate((int)other.DangerousGetHandle(), descriptor).Should().Be(descriptor);
            return log;
        }

        [DllImport("libc", EntryPoint = "dup2")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int Duplicate(int descriptor, int target);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task UpdateAllAsync_LinkToAFile_WritesThereAndKeepsItsMode()
    {
        const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var folder = Directory.CreateTempSubdirectory("bulk").FullName;
        var file = Path.Combine(folder, new string('b', 255));
        await File.WriteAllTextAsync(file, "");
        File.SetUnixFileMode(file, OnlyOwner);
        File.CreateSymbolicLink(_path, file);

        await new BulkContextUpdater(new FakeProspects(), Options).UpdateAllAsync(BulkInput.Changes(3));
        var summary = await new BulkContextUpdater(new FakeProspects(), Options).UpdateAllAsync(BulkInput.Changes(3));

        summary.PreviouslyCompletedCount.Should().Be(3);
        new FileInfo(_path).LinkTarget.Should().Be(file);
        File.GetUnixFileMode(file).Should().Be(OnlyOwner);
        Directory.GetFiles(folder).Should().Equal(file);
        Directory.Delete(folder, recursive: true);
    }

    [UnixFact]
    public async Task UpdateAllAsync_NamedPipe_SaysSoAndSendsNothing()
    {
        using (var mkfifo = Process.Start("mkfifo", _path))
            await mkfifo.WaitForExitAsync();
        var prospects = new FakeProspects();

        await new BulkContextUpdater(prospects, Options).Awaiting(updater => updater.UpdateAllAsync(BulkInput.Changes(1)))
            .Should().ThrowAsync<BulkCheckpointException>().WithMessage("*cannot be opened*regular file*");

        prospects.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAllAsync_LineWithoutEndInTheMiddle_IsDamagedAndSaysWhatToDo()
    {
        await new BulkContextUpdater(new FakeProspects(), Options).UpdateAllAsync(BulkInput.Changes(3));
        await File.AppendAllTextAsync(_path, new string('x', 100_000) + "\n");
        var prospects = new FakeProspects();

        var failure = await new BulkContextUpdater(prospects, Options).Awaiting(updater => updater.UpdateAllAsync(BulkInput.Changes(3))).Should().ThrowAsync<BulkCheckpointException>();

        failure.WithMessage($"{_path} is damaged near byte*Restore it*");
        prospects.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAllAsync_AnyByteChanged_IsNoticedOrHarmless()
    {
        await new BulkContextUpdater(new FakeProspects(), Options).UpdateAllAsync(BulkInput.Changes(3));
        var whole = await File.ReadAllBytesAsync(_path);

        for (var place = 0; place < whole.Length; place++)
        {
            var damaged = whole.ToArray();
            damaged[place] ^= 1;
            await File.WriteAllBytesAsync(_path, damaged);
            var prospects = new FakeProspects();

            var exception = await Record.ExceptionAsync(() => new BulkContextUpdater(prospects, Options).UpdateAllAsync(BulkInput.Changes(3)));

            if (place == whole.Length - 1)
                exception.Should().BeNull("a line without its end is a torn one");
            else
                exception.Should().BeOfType<BulkCheckpointException>($"byte {place} is wrong").Which.Message.Should().ContainAny("Restore it", "specify another", "Use another");
            prospects.Sent.Should().HaveCount(exception is null ? 1 : 0);
        }
    }

    [Theory]
    [InlineData("id;name\n1;Ada\n")]
    [InlineData("no end of line")]
    [InlineData("InboxSdk bulk checkpoint 2\n")]
    [InlineData("InboxSdk bulk checkpoint 10")]
    [InlineData("\0")]
    public async Task UpdateAllAsync_FileOfSomethingElse_IsRefusedAndLeftAlone(string content)
    {
        await File.WriteAllTextAsync(_path, content);

        await new BulkContextUpdater(new FakeProspects(), Options).Awaiting(it => it.UpdateAllAsync(BulkInput.Changes(3)))
            .Should().ThrowAsync<BulkCheckpointException>().WithMessage("*is not a checkpoint of a bulk run*specify another file*");

        (await File.ReadAllTextAsync(_path)).Should().Be(content);
    }

    [Fact]
    public async Task UpdateAllAsync_FileInUse_IsRefused()
    {
        var held = new HeldCalls();
        var run = new BulkContextUpdater(held.Prospects, Options).UpdateAllAsync(BulkInput.Changes(1));
        var call = await held.NextAsync();

        await new BulkContextUpdater(new FakeProspects(), Options).Awaiting(it => it.UpdateAllAsync(BulkInput.Changes(1)))
            .Should().ThrowAsync<BulkCheckpointException>().WithMessage("*no other run uses it*");

        call.Succeed();
        (await run.InTimeAsync()).SucceededCount.Should().Be(1);
    }

    [Fact]
    public async Task UpdateAllAsync_NoSuchFolder_IsRefused() =>
        await new BulkContextUpdater(new FakeProspects(), new() { Checkpoint = new FileBulkCheckpoint(Path.Combine(_path, "none", "run.checkpoint")) })
            .Awaiting(it => it.UpdateAllAsync(BulkInput.Changes(1))).Should().ThrowAsync<BulkCheckpointException>().WithMessage("*cannot be opened*");

    [Fact]
    public async Task UpdateAllAsync_FlushToDisk_NotesTheSame()
    {
        var options = new BulkUpdateOptions { Checkpoint = new FileBulkCheckpoint(_path) { FlushToDisk = true } };

        await new BulkContextUpdater(new FakeProspects(), options).UpdateAllAsync(BulkInput.Changes(5));

        (await new BulkContextUpdater(new FakeProspects(), options).UpdateAllAsync(BulkInput.Changes(5))).PreviouslyCompletedCount.Should().Be(5);
    }

    [Fact]
    public async Task File_OfARun_HoldsNothingOfTheChanges()
    {
        await new BulkContextUpdater(new FakeProspects(), Options).UpdateAllAsync([BulkInput.Change("prospect_secret", "Confidential")]);

        (await File.ReadAllTextAsync(_path)).Should().NotContainAny("secret", "Confidential");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Constructor_NoPath_IsRefused(string path) =>
        FluentActions.Invoking(() => new FileBulkCheckpoint(path)).Should().Throw<ArgumentException>();
}
