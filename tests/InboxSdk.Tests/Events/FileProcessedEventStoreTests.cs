using InboxSdk.V2;

namespace InboxSdk.Tests.Events;

public sealed class FileProcessedEventStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("inbox-events-").FullName;

    private string Processed => Path.Combine(_folder, "events.processed");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Complete_ThenOpenedAgain_IsProcessed(bool flush)
    {
        using (var first = new FileProcessedEventStore(Processed) { FlushToDisk = flush })
        {
            (await first.ClaimAsync("a")).Should().Be(EventClaim.Claimed);
            (await first.ClaimAsync("a")).Should().Be(EventClaim.InProgress);
            await first.CompleteAsync("a");
            (await first.ClaimAsync("a")).Should().Be(EventClaim.Processed);
            (await first.ClaimAsync("b")).Should().Be(EventClaim.Claimed);
            await first.ReleaseAsync("b");
            (await first.ClaimAsync("c\n👍")).Should().Be(EventClaim.Claimed);
            await first.CompleteAsync("c\n👍");
            (await first.ClaimAsync("d")).Should().Be(EventClaim.Claimed);
        }

        using var second = new FileProcessedEventStore(Processed);
        (await second.ClaimAsync("a")).Should().Be(EventClaim.Processed);
        (await second.ClaimAsync("b")).Should().Be(EventClaim.Claimed);
        (await second.ClaimAsync("c\n👍")).Should().Be(EventClaim.Processed);
        // In progress when the process ended.
        (await second.ClaimAsync("d")).Should().Be(EventClaim.Claimed);
    }

    [Fact]
    public async Task Open_Twice_Fails_UntilTheFirstIsClosed()
    {
        var first = new FileProcessedEventStore(Processed);
        await first.ClaimAsync("a");
        using var second = new FileProcessedEventStore(Processed);

        await second.Awaiting(store => store.ClaimAsync("a")).Should().ThrowAsync<EventCheckpointException>().WithMessage("*no other process*");
        first.Dispose();

        (await second.ClaimAsync("a")).Should().Be(EventClaim.Claimed);
        await first.Awaiting(store => store.ClaimAsync("a")).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Capacity_BoundsTheFile_AndKeepsTheNewest()
    {
        using (var store = new FileProcessedEventStore(Processed, capacity: 10))
        {
            for (var i = 0; i < 95; i++)
            {
                await store.ClaimAsync($"{i}");
                await store.CompleteAsync($"{i}");
                new FileInfo(Processed).Length.Should().BeLessThanOrEqualTo(27 + (21 * 33));
            }
        }

        using var again = new FileProcessedEventStore(Processed, capacity: 10);
        for (var i = 85; i < 95; i++)
            (await again.ClaimAsync($"{i}")).Should().Be(EventClaim.Processed);
        (await again.ClaimAsync("84")).Should().Be(EventClaim.Claimed);
    }

    [Fact]
    public async Task Complete_CannotWrite_StaysClaimed_AndCanBeRepeated()
    {
        // The file is rewritten for the third id, which requires its folder.
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "a")).FullName;
        using (var store = new FileProcessedEventStore(Path.Combine(folder, "events"), capacity: 1))
        {
            foreach (var id in (string[])["a", "b", "c"])
                await store.ClaimAsync(id);
            await store.CompleteAsync("a");
            await store.CompleteAsync("b");
            Directory.Move(folder, $"{folder}.moved");

            for (var i = 0; i < 2; i++)
            {
                await store.Awaiting(it => it.CompleteAsync("c")).Should().ThrowAsync<EventCheckpointException>();
                (await store.ClaimAsync("c")).Should().Be(EventClaim.InProgress);
            }

            Directory.Move($"{folder}.moved", folder);
            await store.CompleteAsync("c");
            (await store.ClaimAsync("c")).Should().Be(EventClaim.Processed);
        }

        using var again = new FileProcessedEventStore(Path.Combine(folder, "events"), capacity: 1);
        (await again.ClaimAsync("c")).Should().Be(EventClaim.Processed);
        new FileInfo(Path.Combine(folder, "events")).Length.Should().BeLessThanOrEqualTo(27 + (2 * 33) + 1);
    }

    [Fact]
    public async Task Open_KilledWhileWriting_IgnoresTheIncompleteLine()
    {
        using (var store = new FileProcessedEventStore(Processed))
        {
            foreach (var id in (string[])["a", "b"])
                await store.CompleteAsync(id);
        }

        var content = await File.ReadAllBytesAsync(Processed);
        for (var length = content.Length - 33; length < content.Length; length++)
        {
            await File.WriteAllBytesAsync(Processed, content[..length]);
            using var store = new FileProcessedEventStore(Processed);
            (await store.ClaimAsync("a")).Should().Be(EventClaim.Processed);
            (await store.ClaimAsync("b")).Should().Be(EventClaim.Claimed);
            await store.CompleteAsync("b");
            (await File.ReadAllBytesAsync(Processed)).Should().Equal(content);
        }
    }

    [Theory]
    [InlineData("", "*is not a store of processed events*")]
    [InlineData("anything else", "*is not a store of processed events*")]
    [InlineData("InboxSdk processed events 2\n", "*newer version*")]
    [InlineData("InboxSdk processed events 1\nnot a digest of thirty-two hex ..\n", "*is damaged*")]
    public async Task Open_ForeignOrDamagedFile_Throws_AndLeavesItUnchanged(string text, string message)
    {
        await File.WriteAllTextAsync(Processed, text);
        using var store = new FileProcessedEventStore(Processed);

        await store.Awaiting(each => each.ClaimAsync("a")).Should().ThrowAsync<EventCheckpointException>().WithMessage(message);

        (await File.ReadAllTextAsync(Processed)).Should().Be(text);
    }

    [Fact]
    public async Task Open_NoSuchFolder_Throws()
    {
        using var store = new FileProcessedEventStore(Path.Combine(_folder, "none", "events.processed"));

        await store.Awaiting(each => each.ClaimAsync("a")).Should().ThrowAsync<EventCheckpointException>().WithMessage("*folder exists*");
    }

    [Fact]
    public void Constructor_InvalidArguments_Throws()
    {
        FluentActions.Invoking(() => new FileProcessedEventStore(" ")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new FileProcessedEventStore(Processed, 0)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
