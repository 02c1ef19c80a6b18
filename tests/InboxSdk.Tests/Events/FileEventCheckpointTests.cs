using System.Runtime.Versioning;
using InboxSdk.Tests.Support;
using InboxSdk.V2;

namespace InboxSdk.Tests.Events;

public sealed class FileEventCheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("inbox-events-").FullName;

    private string File1 => Path.Combine(_folder, "events.checkpoint");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Write_ThenOpenedAgain_IsRead(bool flush)
    {
        var store = new FileEventCheckpointStore(File1) { FlushToDisk = flush };
        await using (var first = (await store.OpenAsync())!)
        {
            (await first.ReadAsync()).Should().BeNull();
            await first.WriteAsync(41);
            await first.WriteAsync(9007199254740991);
        }

        await using var second = (await store.OpenAsync())!;
        (await second.ReadAsync()).Should().Be(9007199254740991);
        (await File.ReadAllTextAsync(File1)).Should().Be("InboxSdk event checkpoint 1\n9007199254740991\n");
    }

    [Fact]
    public async Task Open_Twice_Fails_UntilTheFirstIsClosed()
    {
        var store = new FileEventCheckpointStore(File1);
        var first = (await store.OpenAsync())!;
        await first.WriteAsync(1);

        await FluentActions.Awaiting(() => store.OpenAsync()).Should().ThrowAsync<EventCheckpointException>().WithMessage("*no other process*");
        await first.DisposeAsync();

        await using var second = (await store.OpenAsync())!;
        (await second.ReadAsync()).Should().Be(1);
    }

    [Theory]
    [InlineData("", "*not an event checkpoint, or is damaged*")]
    [InlineData("InboxSdk event check", "*not an event checkpoint, or is damaged*")]
    [InlineData("anything else", "*not an event checkpoint*")]
    [InlineData("InboxSdk event checkpoint 2\n41\n", "*newer version*")]
    [InlineData("InboxSdk event checkpoint 1\n", "*damaged*")]
    [InlineData("InboxSdk event checkpoint 1\n41", "*damaged*")]
    [InlineData("InboxSdk event checkpoint 1\n-1\n", "*damaged*")]
    [InlineData("InboxSdk event checkpoint 1\n41\n42\n", "*damaged*")]
    public async Task Read_TornOrForeignFile_Throws_AndLeavesItUnchanged(string text, string message)
    {
        await File.WriteAllTextAsync(File1, text);
        await using var checkpoint = (await new FileEventCheckpointStore(File1).OpenAsync())!;

        await FluentActions.Awaiting(() => checkpoint.ReadAsync()).Should().ThrowAsync<EventCheckpointException>().WithMessage(message);

        (await File.ReadAllTextAsync(File1)).Should().Be(text);
    }

    [Fact]
    public async Task Open_NoSuchFolder_Throws() =>
        await FluentActions.Awaiting(() => new FileEventCheckpointStore(Path.Combine(_folder, "none", "events")).OpenAsync())
            .Should().ThrowAsync<EventCheckpointException>().WithMessage("*folder exists*");

    [Fact]
    public async Task Write_FolderIsGone_Throws()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "inner"));
        await using var checkpoint = (await new FileEventCheckpointStore(Path.Combine(folder.FullName, "events")).OpenAsync())!;
        folder.Delete(recursive: true);

        await FluentActions.Awaiting(() => checkpoint.WriteAsync(1)).Should().ThrowAsync<EventCheckpointException>().WithMessage("*cannot be written*");
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Write_LinkedFile_KeepsTheLinkAndThePermissions()
    {
        var target = Path.Combine(_folder, "target");
        await File.WriteAllTextAsync(target, "InboxSdk event checkpoint 1\n5\n");
        File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(File1, target);

        await using (var checkpoint = (await new FileEventCheckpointStore(File1).OpenAsync())!)
        {
            (await checkpoint.ReadAsync()).Should().Be(5);
            await checkpoint.WriteAsync(6);
        }

        new FileInfo(File1).LinkTarget.Should().Be(target);
        (await File.ReadAllTextAsync(target)).Should().EndWith("\n6\n");
        File.GetUnixFileMode(target).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Write_KilledAtAnyTime_LeavesAPartialFileThatIsIgnored()
    {
        await File.WriteAllTextAsync(File1, "InboxSdk event checkpoint 1\n5\n");
        await File.WriteAllTextAsync(File1 + ".partial", "InboxSdk ev");

        await using var checkpoint = (await new FileEventCheckpointStore(File1).OpenAsync())!;

        (await checkpoint.ReadAsync()).Should().Be(5);
        await checkpoint.WriteAsync(6);
        (await checkpoint.ReadAsync()).Should().Be(6);
    }

    [Fact]
    public void Constructor_NoPath_Throws() => FluentActions.Invoking(() => new FileEventCheckpointStore(" ")).Should().Throw<ArgumentException>();
}
