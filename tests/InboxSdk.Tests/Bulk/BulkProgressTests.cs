using InboxSdk.Sandbox;
using InboxSdk.Tests.Diagnostics;
using InboxSdk.Tests.RateLimiting;
using InboxSdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Tests.Bulk;

public class BulkProgressTests
{
    [Fact]
    public async Task UpdateAllAsync_ManyResults_ReportsAtMostTenTimesASecondAndOnceAtTheEnd()
    {
        var clock = new TestClock();
        var reports = new Reports();
        // One change at a time, 10 ms each: two seconds in total.
        var prospects = new FakeProspects(_ => clock.Advance(TimeSpan.FromMilliseconds(10)));

        await new BulkContextUpdater(prospects, new() { MaxConcurrency = 1, TimeProvider = clock }).UpdateAllAsync(BulkInput.Changes(200), reports);

        reports.Should().HaveCountLessThanOrEqualTo(22).And.HaveCountGreaterThan(2);
        reports[..^1].Zip(reports[1..^1]).Should().OnlyContain(pair => pair.Second.Elapsed - pair.First.Elapsed >= TimeSpan.FromMilliseconds(100));
        reports[^1].Should().BeEquivalentTo(new { CompletedCount = 200L, FailedCount = 0L, RemainingCount = 0L, EstimatedTimeLeft = TimeSpan.Zero, Elapsed = TimeSpan.FromSeconds(2) });
    }

    [Fact]
    public async Task UpdateAllAsync_ClockStands_ReportsTheFirstAndTheLast()
    {
        var reports = new Reports();
        var prospects = new FakeProspects(change => _ = change.Notes is "1" or "2" ? throw (change.Notes == "1" ? new InboxNotFoundException("Gone.") : new InboxTransportException("Broken.")) : 0);

        await new BulkContextUpdater(prospects, new() { TimeProvider = new TestClock() }).UpdateAllAsync(BulkInput.Changes(50), reports);

        reports.Should().HaveCount(2);
        reports[0].RemainingCount.Should().Be(49);
        reports[1].Should().BeEquivalentTo(new { CompletedCount = 50L, FailedCount = 2L, RemainingCount = 0L });
    }

    [Fact]
    public async Task UpdateAllAsync_HalfWasMadeBefore_EstimatesByWhatThisRunMakes()
    {
        var clock = new TestClock();
        var reports = new Reports();
        var checkpoint = new MemoryCheckpoint();
        await new BulkContextUpdater(new FakeProspects(), new() { Checkpoint = checkpoint }).UpdateAllAsync(BulkInput.Changes(10));
        var prospects = new FakeProspects(_ => clock.Advance(TimeSpan.FromSeconds(2)));

        await new BulkContextUpdater(prospects, new() { MaxConcurrency = 1, Checkpoint = checkpoint, TimeProvider = clock }).UpdateAllAsync(BulkInput.Changes(20), reports);

        var inThisRun = reports.Where(report => report.RemainingCount > 0 && report.CompletedCount > report.PreviouslyCompletedCount).ToList();
        // Sending continues after a result, so the clock may have advanced further, and a duration per change need not be a whole number of ticks.
        inThisRun.Should().NotBeEmpty().And.AllSatisfy(report => report.EstimatedTimeLeft.Should().BeCloseTo(
            report.Elapsed / (report.CompletedCount - report.PreviouslyCompletedCount) * report.RemainingCount!.Value, TimeSpan.FromMicroseconds(10)));
        reports.Where(report => report.CompletedCount == report.PreviouslyCompletedCount).Should().NotBeEmpty().And.OnlyContain(report => report.EstimatedTimeLeft == null, "nothing was sent yet");
        reports.Where(report => report.CompletedCount == report.PreviouslyCompletedCount).Should().OnlyContain(report => report.RemainingCount > 0);
    }

    [Fact]
    public async Task UpdateAllAsync_InputOfUnknownLength_LeavesTheRestOpen()
    {
        var reports = new Reports();

        await new BulkContextUpdater(new FakeProspects(), new() { TimeProvider = new TestClock() }).UpdateAllAsync(BulkInput.Changes(5).Async(), reports);

        reports.Should().OnlyContain(report => report.RemainingCount == null && report.EstimatedTimeLeft == null);
    }

    [Fact]
    public async Task UpdateAllAsync_NoQuota_EstimatesByTheRate()
    {
        var clock = new TestClock();
        var reports = new Reports();
        var prospects = new FakeProspects(_ => clock.Advance(TimeSpan.FromSeconds(2)));

        await new BulkContextUpdater(prospects, new() { MaxConcurrency = 1, TimeProvider = clock }).UpdateAllAsync(BulkInput.Changes(1), reports);

        reports[0].EstimatedTimeLeft.Should().Be(TimeSpan.Zero);

        var more = new Reports();
        await foreach (var _ in new BulkContextUpdater(prospects, new() { MaxConcurrency = 1, TimeProvider = clock }).UpdateAsync(BulkInput.Changes(11), more))
            break;
        // Sending continues after the first result, so the clock may have advanced further. The estimate is ten changes, each at the duration of one.
        more[0].EstimatedTimeLeft.Should().Be(more[0].Elapsed * 10);
        more[0].Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task UpdateAllAsync_Quota_EstimatesByIt()
    {
        var reports = new Reports();
        var inbox = new FakeProspects { RateLimits = Fixed(new RateLimitWindowSnapshot { Kind = RateLimitKind.Write, Length = TimeSpan.FromMinutes(1), Limit = 30, Used = 30, NextPermit = TimeSpan.Zero }) };

        await new BulkContextUpdater(inbox, new() { TimeProvider = new TestClock() }).UpdateAllAsync(BulkInput.Changes(61), reports);

        // 60 changes are left, at 30 a minute.
        reports[0].EstimatedTimeLeft.Should().Be(TimeSpan.FromMinutes(2));
        reports[^1].EstimatedTimeLeft.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task UpdateAllAsync_QuotaThatPacesNoWrites_EstimatesByTheRate()
    {
        var reports = new Reports();
        var inbox = new FakeProspects { RateLimits = Fixed(new RateLimitWindowSnapshot { Kind = RateLimitKind.Read, Length = TimeSpan.FromMinutes(1), Limit = 1, Used = 1, NextPermit = TimeSpan.Zero }) };

        await new BulkContextUpdater(inbox, new() { TimeProvider = new TestClock() }).UpdateAllAsync(BulkInput.Changes(61), reports);

        reports[0].EstimatedTimeLeft.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task UpdateAsync_ReaderLeaves_ReportsOnceMore()
    {
        var reports = new Reports();

        await foreach (var _ in new BulkContextUpdater(new FakeProspects(), new() { TimeProvider = new TestClock() }).UpdateAsync(BulkInput.Changes(20), reports))
            break;

        reports.Should().HaveCount(2);
        reports[1].CompletedCount.Should().Be(1);
    }

    [Fact]
    public async Task UpdateAllAsync_CallsWaitForTheRateLimit_ReportsUntilWhen()
    {
        var clock = new TestClock { Timeouts = { TimeSpan.FromHours(1) } };
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 40, TimeProvider = clock, RateLimits = SandboxRateLimits.V1 });
        using var inbox = sandbox.CreateClient(options =>
            (options.ApiVersion, options.TimeProvider, options.Deadline, options.AttemptTimeout) = (InboxApiVersion.V1, clock, TimeSpan.FromDays(1), TimeSpan.FromHours(1)));
        var changes = sandbox.State.Prospects.Take(30).Select(prospect => new ProspectContextChange(prospect.Id, new() { IsDone = true })).ToList();
        var reports = new Reports();
        var started = clock.GetUtcNow();

        // One change at a time, so that the clock stands still while a request is in flight.
        var run = new BulkContextUpdater(inbox, new() { TimeProvider = clock, MaxConcurrency = 1 }).UpdateAllAsync(changes, reports);
        await reports.WaitBegan;
        await clock.PassWaitsAsync(run);

        (await run).SucceededCount.Should().Be(30);
        reports.Where(report => report.WaitingUntil != null).Should().NotBeEmpty().And.OnlyContain(
            report => report.WaitingUntil == started.AddMinutes(1) && report.CompletedCount <= 27);
        reports[^1].Should().BeEquivalentTo(new { CompletedCount = 30L, WaitingUntil = (DateTimeOffset?)null });
    }

    [Fact]
    public async Task UpdateAllAsync_CallbackThrows_IsLoggedOnceAndTheRunContinues()
    {
        var clock = new TestClock();
        var logs = new LogRecorder();
        var prospects = new FakeProspects(_ => clock.Advance(TimeSpan.FromMilliseconds(100)));
        var options = new BulkUpdateOptions { TimeProvider = clock, Logger = logs.CreateLogger("InboxSdk") };

        var summary = await new BulkContextUpdater(prospects, options).UpdateAllAsync(BulkInput.Changes(200), new Failing());

        summary.Should().BeEquivalentTo(new { SucceededCount = 200L, StoppedBy = BulkStopReason.None });
        logs.Own.Should().ContainSingle().Which.Text.Should().Contain("progress").And.Contain("The application's own");
    }

    [Fact]
    public async Task UpdateAsync_CallbackOfAClientOfTheSdkThrows_IsLoggedWhereTheClientLogs()
    {
        var logs = new LogRecorder();
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 5 });
        await using var provider = new ServiceCollection().Also(services =>
        {
            services.AddLogging(logging => logging.AddProvider(logs));
            services.AddInboxClient(options => (options.Token, options.BaseAddress) = (sandbox.Token, sandbox.V1BaseAddress));
        }).BuildServiceProvider();
        var changes = sandbox.State.Prospects.Select(prospect => new ProspectContextChange(prospect.Id, new() { IsDone = true })).ToList();

        var summary = await new BulkContextUpdater(provider.GetRequiredService<IInboxClient>()).UpdateAllAsync(changes, new Failing());

        summary.SucceededCount.Should().Be(5);
        logs.Own.Should().ContainSingle(entry => entry.Event.Name == "ProgressFailed");
    }

    private sealed class Failing : IProgress<BulkUpdateProgress>
    {
        public void Report(BulkUpdateProgress value) => throw new InvalidOperationException("The application's own.");
    }

    private sealed class Reports : List<BulkUpdateProgress>, IProgress<BulkUpdateProgress>
    {
        private readonly TaskCompletionSource _waitBegan = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes with the first report of a wait for the rate limiter.</summary>
        public Task WaitBegan => _waitBegan.Task.WaitAsync(TestTimeout.Token());

        public void Report(BulkUpdateProgress value)
        {
            Add(value);
            if (value.WaitingUntil is not null)
                _waitBegan.TrySetResult();
        }
    }

    private static CustomRateLimiter Fixed(params RateLimitWindowSnapshot[] windows) => new() { Snapshot = () => new(new RateLimitSnapshot { Windows = windows }) };
}
