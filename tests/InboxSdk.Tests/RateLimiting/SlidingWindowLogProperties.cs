using CsCheck;
using InboxSdk.Pipeline;
using InboxSdk.RateLimiting;

namespace InboxSdk.Tests.RateLimiting;

public class SlidingWindowLogProperties
{
    private static readonly Gen<(long Step, int Count)[]> Traffic = Gen.Select(Gen.Long[0, TimeSpan.TicksPerSecond * 20], Gen.Int[1, 3]).Array[1, 200];

    [Fact]
    public void Count_UpToAThousand_IsExact() => Traffic.Sample(traffic => Run(traffic, limit: 1_000, TimeSpan.FromMinutes(1), tolerance: TimeSpan.Zero));

    [Fact]
    public void Count_Above_ForgetsNothingEarlyAndEverythingWithinABucket() =>
        Traffic.Sample(traffic => Run(traffic, limit: 10_000, TimeSpan.FromHours(1), tolerance: TimeSpan.FromSeconds(5)));

    [Theory]
    [InlineData(1_000, 0)]
    [InlineData(1_001, 5)]
    [InlineData(10_000, 5)]
    public void Count_WindowIsFull_ForgetsEachWhenItsTimeHasCome(int limit, int toleranceSeconds) =>
        Run([.. Enumerable.Repeat((TimeSpan.TicksPerHour / limit, 1), limit)], limit, TimeSpan.FromHours(1), TimeSpan.FromSeconds(toleranceSeconds)).Should().BeTrue();

    [Fact]
    public void Count_OthersUsedMoreThanThereIsRoomFor_NoneIsForgottenEarly()
    {
        var (log, _, now) = Fill([.. Enumerable.Repeat((TimeSpan.TicksPerSecond, 1), 6)], limit: 2, TimeSpan.FromMinutes(1));

        log.Forget(now + TimeSpan.TicksPerMinute - 1);
        log.Count.Should().BeInRange(1, 6).And.Be(4, "of three entries the last took in what came later");
        log.Forget(now + TimeSpan.TicksPerMinute);
        log.Count.Should().Be(0);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void AddEvenly_AmongOthers_EachLeavesInItsTurn(int limit) => Gen.Select(Gen.Int[0, 200], Gen.Int[1, limit], Gen.Int[0, 59]).Sample((own, others, since) =>
    {
        var log = new SlidingWindowLog(limit + 201, TimeSpan.FromHours(1));
        var now = TimeSpan.FromMinutes(60).Ticks;
        for (var i = 0; i < own; i++)
            log.Add(now * i / 200, 1);
        log.AddEvenly(TimeSpan.FromMinutes(since).Ticks, now, others);

        for (var minute = 60; minute <= 120; minute++)
        {
            log.Forget(TimeSpan.FromMinutes(minute).Ticks);
            var exact = Math.Max(0, own - 1 - ((minute - 60) * 200 / 60)) + (others * Math.Min(1, (120.0 - minute) / (60 - since)));
            // Requests that share an entry leave with the last of them: a 720th of the window, or of the requests added.
            if (log.Count < exact - 1 || log.Count > exact + 1 + ((own + others) / 60.0) + (others / 720.0))
                return false;
        }

        log.Forget(TimeSpan.FromMinutes(120).Ticks + (5 * TimeSpan.TicksPerSecond));
        return log.Count == 0;
    }, iter: 200);

    [Fact]
    public void AddEvenly_BeforeTimesCount_StaysWhereItIsHoweverOftenMoreIsAdded()
    {
        var log = new SlidingWindowLog(10_000, TimeSpan.FromHours(1));
        log.AddEvenly(-TimeSpan.TicksPerHour, 0, 9_000);
        for (var minute = 1; minute <= 20; minute++)
            log.AddEvenly(0, TimeSpan.FromMinutes(minute).Ticks, 1);

        TimeSpan.FromTicks(log.FreeAt(4_500)).Should().BeCloseTo(TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void FreeAt_AnyNumber_IsWhenThatManyHaveLeft() => Gen.Select(Traffic, Gen.Int[1, 1_000]).Sample((traffic, pick) =>
    {
        var (log, times, now) = Fill(traffic, limit: 1_000, TimeSpan.FromMinutes(1));
        log.Forget(now);
        if (log.Count == 0)
            return true;

        var wanted = 1 + (pick % log.Count);
        var free = log.FreeAt(wanted);
        var before = log.Count;
        log.Forget(free - 1);
        var justBefore = log.Count;
        log.Forget(free);
        return before - justBefore < wanted && before - log.Count >= wanted;
    });

    private static bool Run((long Step, int Count)[] traffic, int limit, TimeSpan length, TimeSpan tolerance)
    {
        var (log, times, now) = Fill(traffic, limit, length);
        for (var later = now; later <= now + length.Ticks + tolerance.Ticks; later += length.Ticks / 77)
        {
            log.Forget(later);
            var exact = times.Count(time => time + length.Ticks > later);
            var late = times.Count(time => time + length.Ticks + tolerance.Ticks > later);
            if (log.Count < exact || log.Count > late)
                return false;
        }

        return true;
    }

    private static (SlidingWindowLog Log, List<long> Times, long Now) Fill((long Step, int Count)[] traffic, int limit, TimeSpan length)
    {
        var log = new SlidingWindowLog(limit, length);
        var (times, now) = (new List<long>(), 0L);
        foreach (var (step, count) in traffic)
        {
            now += step;
            log.Forget(now);
            log.Add(now, count);
            times.AddRange(Enumerable.Repeat(now, count));
        }

        return (log, times, now);
    }
}
