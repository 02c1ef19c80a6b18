using InboxSdk.RateLimiting;
using InboxSdk.Redis.Tests.Support;

namespace InboxSdk.Redis.Tests.RateLimiting;

/// <summary>The script on its own, with a clock that a test sets: days of windows in seconds.</summary>
public sealed class QuotaScriptTests
{
    private const long Start = 1_800_000_000_000;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly QuotaWindow[] Documented = [new(300, Minute), new(10_000, TimeSpan.FromHours(1)), new(100_000, TimeSpan.FromDays(1))];

    [Theory]
    [OnEachServer]
    public async Task Evaluate_OverTwoDays_UsesTheLimitsAndNeverExceedsThem(TestServerKind kind)
    {
        await using var test = await Quota.StartAsync(kind, Documented);
        var granted = new List<(long At, int Count)>();
        var completed = 0;
        while (test.Clock < Start + (2 * 86_400_000L))
        {
            var reply = await test.CallAsync(new() { InteractiveCount = 300, Completed = completed, AcceptedCount = completed });
            completed = reply.InteractiveCount;
            if (completed > 0)
                granted.Add((test.Clock, completed));
            // A response takes a millisecond; without one, all that is left to do is wait.
            test.Clock += completed > 0 ? 1 : (long)(reply.InteractiveWait ?? TimeSpan.FromMilliseconds(1)).TotalMilliseconds;
        }

        foreach (var window in Documented)
            Most(granted, (long)window.Length.TotalMilliseconds).Should().BeLessThanOrEqualTo(window.Limit, "of {0}", window);
        granted.Sum(each => each.Count).Should().BeInRange(195_000, 200_000);
    }

    [Theory]
    [OnEachServer]
    public async Task Evaluate_WithAClockThatGoesBack_NeitherDelaysNorFrees(TestServerKind kind)
    {
        await using var test = await Quota.StartAsync(kind, new QuotaWindow(10, Minute));
        await test.UseAsync(10);

        test.Clock -= 3_600_000;
        var reply = await test.CallAsync(new() { InteractiveCount = 1 });
        test.Clock += 61_000;
        var later = await test.CallAsync(new() { InteractiveCount = 1 });

        reply.InteractiveCount.Should().Be(0);
        reply.InteractiveWait.Should().BeCloseTo(Minute, TimeSpan.FromSeconds(1));
        later.InteractiveCount.Should().Be(1);
    }

    [Theory]
    [OnEachServer]
    public async Task Evaluate_WithAnEarlierCallThatArrivesLate_IgnoresIt(TestServerKind kind)
    {
        await using var test = await Quota.StartAsync(kind, new QuotaWindow(10, Minute));
        await test.UseAsync(3);
        var late = test.Copy();
        await test.CallAsync(new() { InteractiveCount = 1 });
        await test.CallAsync(new());

        (await late.CallAsync(new() { InteractiveCount = 5 })).Status.Should().Be(QuotaStatus.Outdated);
        (await test.CallAsync(new())).InFlightCount.Should().Be(0);
    }

    [Theory]
    [OnEachServer]
    public async Task Evaluate_ForAProcessThatIsGone_CountsItsPermitsAtTheEndOfItsLease(TestServerKind kind)
    {
        await using var test = await Quota.StartAsync(kind, new QuotaWindow(10, Minute));
        await test.UseAsync(2);
        var other = test.Process();
        (await other.CallAsync(new() { InteractiveCount = 1 })).InteractiveCount.Should().Be(1);

        test.Clock += 14_000;
        (await test.CallAsync(new())).InFlightCount.Should().Be(1);
        test.Clock += 1_000;
        var reply = await test.CallAsync(new());
        test.Clock += 60_000;
        var later = await test.CallAsync(new());

        (reply.InFlightCount, reply.Used[0], reply.ProcessCount).Should().Be((0, 3, 1));
        later.Used[0].Should().Be(0);
    }

    [Theory]
    [OnEachServer]
    public async Task Evaluate_AfterAPartOfTheStateIsGone_RequestsTheHistories(TestServerKind kind)
    {
        await using var test = await Quota.StartAsync(kind, new QuotaWindow(10, Minute));
        await test.UseAsync(5);
        await test.Database.HashDeleteAsync(Quota.Key, "1:1");

        test.Clock += 61_000;

        (await test.CallAsync(new())).Status.Should().Be(QuotaStatus.Unknown);
        (await test.Database.KeyExistsAsync(Quota.Key)).Should().BeFalse();
    }

    [Theory]
    [OnEachServer]
    public async Task Evaluate_WithHistoriesOfTwoProcesses_MergesThemByTime(TestServerKind kind)
    {
        await using var test = await Quota.StartAsync(kind, new QuotaWindow(10, Minute));

        await test.CallAsync(new() { History = [(10_000, 2), (1_000, 1)] });
        await test.Process().CallAsync(new() { History = [(30_000, 4), (5_000, 1)] });
        var full = await test.CallAsync(new());
        test.Clock += 30_000;
        var first = await test.CallAsync(new());
        test.Clock += 20_000;
        var second = await test.CallAsync(new());

        full.Used[0].Should().Be(8);
        first.Used[0].Should().Be(4);
        second.Used[0].Should().Be(2);
    }

    [Theory]
    [OnEachServer]
    public async Task Evaluate_OfACallThatItsProcessGaveUp_LeavesTheShareOfTheProcess(TestServerKind kind)
    {
        await using var test = await Quota.StartAsync(kind, new QuotaWindow(10, Minute));
        var other = test.Process();
        await test.UseAsync(0);
        await other.UseAsync(0);

        await other.CallAsync(new() { InteractiveCount = 1, Delay = TimeSpan.FromMilliseconds(900) });
        var before = await test.CallAsync(new());
        await other.CallAsync(new() { InteractiveCount = 1, Delay = TimeSpan.FromSeconds(1) });
        var after = await test.CallAsync(new());
        await other.CallAsync(new());
        var confirmed = await test.CallAsync(new());

        (before.SilentCount, after.SilentCount, confirmed.SilentCount).Should().Be((0, 1, 0));
        // Ends slow start.
        await test.CallAsync(new() { AcceptedCount = 100 });
        await other.CallAsync(new() { InteractiveCount = 1, Delay = TimeSpan.FromSeconds(1) });
        (await CompletedAsync(test, 20)).Should().Be(10 - 5 - 1, "half of the limit is the other's, and it has a permit");
    }

    [Theory]
    [OnEachServer]
    public async Task Evaluate_WhenAProcessReturns_LeavesTheShareOfThoseThatHadNoWork(TestServerKind kind)
    {
        await using var test = await Quota.StartAsync(kind, new QuotaWindow(10, Minute));
        var other = test.Process();
        await test.UseAsync(0);
        await other.UseAsync(0);

        await test.CallAsync(new() { IsAlone = true });
        var returned = await test.CallAsync(new());
        await other.CallAsync(new());
        var together = await test.CallAsync(new());

        (returned.SilentCount, together.SilentCount).Should().Be((1, 0));
    }

    [Theory]
    [OnEachServer]
    public async Task Evaluate_OfANewState_WaitsForTheProcessesThatSharedTheOldOne(TestServerKind kind)
    {
        await using var test = await Quota.StartAsync(kind, new QuotaWindow(10, Minute));

        await test.CallAsync(new() { KnownProcessCount = 2 });
        var incomplete = await test.CallAsync(new() { InteractiveCount = 10 });
        await test.Process().CallAsync(new() { History = [(100, 9)], KnownProcessCount = 2 });
        var complete = await test.CallAsync(new() { InteractiveCount = 10 });

        (incomplete.InteractiveCount, complete.InteractiveCount).Should().Be((0, 1));
    }

    [Theory]
    [OnEachServer]
    public async Task Evaluate_OfANewState_WaitsForAProcessThatIsGoneOnlyShortly(TestServerKind kind)
    {
        await using var test = await Quota.StartAsync(kind, new QuotaWindow(10, Minute));

        await test.CallAsync(new() { KnownProcessCount = 2 });
        var incomplete = await test.CallAsync(new() { InteractiveCount = 1 });
        test.Clock += 1_500;
        var later = await test.CallAsync(new() { InteractiveCount = 1 });

        (incomplete.InteractiveCount, later.InteractiveCount).Should().Be((0, 1));
    }

    [Theory]
    [OnEachServer]
    public async Task Evaluate_AfterALongRetryAfter_ProbesAfterAMinuteAndTrustsTheProbe(TestServerKind kind)
    {
        await using var test = await Quota.StartAsync(kind, Documented);
        await test.UseAsync(1);

        (await test.CallAsync(new() { InteractiveCount = 1 })).InteractiveCount.Should().Be(1);
        var rejected = await test.CallAsync(new() { Completed = 1, Pause = TimeSpan.FromHours(1), InteractiveCount = 5 });
        test.Clock += 60_000;
        var probe = await test.CallAsync(new() { InteractiveCount = 5 });
        var other = await test.Process().CallAsync(new() { InteractiveCount = 5 });
        var again = await test.CallAsync(new() { Completed = 1, Pause = TimeSpan.FromHours(1), InteractiveCount = 5 });

        (rejected.InteractiveCount, rejected.PausedFor).Should().Be((0, Minute));
        probe.InteractiveCount.Should().Be(1);
        other.InteractiveCount.Should().Be(0);
        (again.InteractiveCount, again.PausedFor).Should().Be((0, TimeSpan.FromHours(1)));
    }

    [Theory]
    [OnEachServer]
    public async Task Evaluate_WithAllWindowsFull_NeedsLittleMemory(TestServerKind kind)
    {
        await using var test = await Quota.StartAsync(kind, Documented);
        // As many entries as a log can have: one a bucket.
        for (var i = 0; i < 720; i++)
        {
            await test.CallAsync(new() { Completed = 130, AcceptedCount = 130 });
            test.Clock += 120_000;
        }

        for (var i = 0; i < 300; i++)
        {
            await test.CallAsync(new() { Completed = 1 });
            test.Clock += 150;
        }

        (await test.Database.HashLengthAsync(Quota.Key)).Should().BeInRange(1000, 1500);
        ((long)await test.Database.ExecuteAsync("MEMORY", "USAGE", Quota.Key, "SAMPLES", "0")).Should().BeLessThan(160_000);
    }

    // One after the other, until none is granted.
    private static async Task<int> CompletedAsync(Quota process, int atMost)
    {
        var completed = 0;
        var reply = await process.CallAsync(new() { InteractiveCount = 1 });
        while (completed < atMost && reply.InteractiveCount > 0)
        {
            completed++;
            reply = await process.CallAsync(new() { InteractiveCount = 1, Completed = 1, AcceptedCount = 1 });
        }

        return completed;
    }

    private static int Most(List<(long At, int Count)> granted, long length)
    {
        var (most, count, first) = (0, 0, 0);
        for (var last = 0; last < granted.Count; last++)
        {
            count += granted[last].Count;
            while (granted[last].At - granted[first].At >= length)
                count -= granted[first++].Count;
            most = Math.Max(most, count);
        }

        return most;
    }
}
