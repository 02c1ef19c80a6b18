using InboxSdk.Http;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Http;

public class QuotaTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly QuotaAnswer Accepted = new() { Limit = null };

    private readonly TestClock _clock = new();

    [Fact]
    public async Task AcquireAsync_WithinTheLimit_DoesNotWait()
    {
        var quota = Quota(limit: 5);

        await SendAsync(quota, 5);

        quota.GetSnapshot().Windows.Single(window => window.Kind == QuotaKind.Write).Should().BeEquivalentTo(new { Limit = 5, Used = 5, NextPermit = Minute });
    }

    [Fact]
    public async Task AcquireAsync_LimitReached_WaitsUntilTheFirstLeavesTheWindow()
    {
        var quota = Quota(limit: 3);
        await SendAsync(quota, 1);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await SendAsync(quota, 2);

        var next = quota.AcquireAsync(Write()).AsTask();
        (await _clock.NextWaitAsync()).Should().Be(TimeSpan.FromSeconds(50));
        _clock.Advance(TimeSpan.FromSeconds(50) - TimeSpan.FromMilliseconds(1));
        next.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await next.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task AcquireAsync_SlotIsStampedWhenTheAnswerArrives()
    {
        var quota = Quota(limit: 1);
        await quota.AcquireAsync(Write());
        _clock.Advance(TimeSpan.FromSeconds(20));
        quota.Report(Write(), Accepted);

        var next = quota.AcquireAsync(Write()).AsTask();

        (await _clock.NextWaitAsync()).Should().Be(Minute, "the server may have counted the request as late as at its answer");
        _clock.Advance(Minute);
        await next.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task AcquireAsync_ReadsAndWrites_DoNotShareAQuota()
    {
        var quota = Quota(limit: 1);
        await SendAsync(quota, 1);

        quota.AcquireAsync(new(QuotaKind.Read, QuotaPriority.Interactive, TimeSpan.Zero)).AsTask().IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task AcquireAsync_WaitLongerThanAllowed_FailsAtOnceWithTheTimeToWait()
    {
        var quota = Quota(limit: 2);
        await SendAsync(quota, 2);

        var act = () => quota.AcquireAsync(Write(TimeSpan.FromSeconds(59))).AsTask();

        var exception = (await act.Should().ThrowAsync<InboxRateLimitException>()).Which;
        exception.RetryAfter.Should().Be(Minute);
        exception.Message.Should().Contain("60 s").And.Contain("Deadline");
        quota.GetSnapshot().Windows[^1].Used.Should().Be(2, "a refusal takes no permit");
    }

    [Fact]
    public async Task AcquireAsync_ManyWait_GoInTheOrderTheyCame()
    {
        var quota = Quota(limit: 1);
        await SendAsync(quota, 1);
        var order = new List<int>();
        var waiting = Enumerable.Range(0, 4).Select(async i =>
        {
            await quota.AcquireAsync(Write());
            lock (order)
                order.Add(i);
            quota.Report(Write(), Accepted);
        }).ToList();

        await _clock.PassWaitsAsync(Task.WhenAll(waiting));

        order.Should().Equal(0, 1, 2, 3);
    }

    [Fact]
    public async Task AcquireAsync_Cancelled_StopsAtOnceAndFreesItsTurn()
    {
        var quota = Quota(limit: 1);
        await SendAsync(quota, 1);
        using var cancellation = new CancellationTokenSource();
        var first = quota.AcquireAsync(Write(), cancellation.Token).AsTask();
        var second = quota.AcquireAsync(Write()).AsTask();

        await cancellation.CancelAsync();
        (await Record.ExceptionAsync(() => first)).Should().BeAssignableTo<OperationCanceledException>();
        _clock.Advance(Minute);

        await second.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task AcquireAsync_Bulk_LeavesAReserveToTheInteractive()
    {
        var quota = Quota(limit: 10, bulkReserve: 0.2);
        await SendAsync(quota, 8, QuotaPriority.Bulk);

        var bulk = quota.AcquireAsync(Write(priority: QuotaPriority.Bulk)).AsTask();
        await SendAsync(quota, 2);

        bulk.IsCompleted.Should().BeFalse();
        _clock.Advance(Minute);
        await bulk.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task AcquireAsync_InteractiveBehindBulk_GoesFirst()
    {
        var quota = Quota(limit: 1);
        await SendAsync(quota, 1);
        var bulk = quota.AcquireAsync(Write(priority: QuotaPriority.Bulk)).AsTask();
        var interactive = quota.AcquireAsync(Write()).AsTask();

        _clock.Advance(Minute);
        await interactive.WaitAsync(TestTimeout.Token());

        bulk.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Report_OthersUsedTheQuota_CountsTheirs()
    {
        var quota = Quota(limit: 10);
        await quota.AcquireAsync(Write());
        quota.Report(Write(), new() { Limit = 10, Remaining = 3 });

        quota.GetSnapshot().Windows[^1].Used.Should().Be(7);
        await SendAsync(quota, 3);
        quota.AcquireAsync(Write()).AsTask().IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Report_ServerAllowsLess_TakesOnItsLimit()
    {
        var quota = Quota(limit: 30);
        await quota.AcquireAsync(Write());
        quota.Report(Write(), new() { Limit = 5, Remaining = 4 });

        await SendAsync(quota, 4);

        quota.AcquireAsync(Write()).AsTask().IsCompleted.Should().BeFalse();
        quota.GetSnapshot().Windows[^1].Limit.Should().Be(5);
    }

    [Theory]
    [InlineData(1000, 999)]
    [InlineData(30, 30)]
    [InlineData(0, 0)]
    [InlineData(-5, -5)]
    public async Task Report_HeadersThatWouldLoosenOrMakeNoSense_NeverLoosen(int limit, int remaining)
    {
        var quota = Quota(limit: 3);
        await quota.AcquireAsync(Write());
        quota.Report(Write(), new() { Limit = limit, Remaining = remaining });
        await SendUpToAsync(quota, 3);

        quota.AcquireAsync(Write()).AsTask().IsCompleted.Should().BeFalse();
        quota.GetSnapshot().Windows[^1].Used.Should().BeLessThanOrEqualTo(3 + 1);
    }

    [Fact]
    public async Task Report_Refused_ClosesTheGateForAllAndReopensItGently()
    {
        var quota = Quota(limit: 100);
        await SendAsync(quota, 1);
        await quota.AcquireAsync(Write());
        quota.Report(Write(), new() { IsRefused = true, RetryAfter = TimeSpan.FromSeconds(12) });

        var waiting = Enumerable.Range(0, 8).Select(_ => quota.AcquireAsync(Write()).AsTask()).ToList();
        waiting.Should().OnlyContain(task => !task.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(12));

        // One alone, then two, then four.
        var answered = 0;
        foreach (var permitted in new[] { 1, 3, 7 })
        {
            await Task.WhenAll(waiting.Take(permitted)).WaitAsync(TestTimeout.Token());
            waiting.Skip(permitted).Should().OnlyContain(task => !task.IsCompleted);
            for (; answered < permitted; answered++)
                quota.Report(Write(), Accepted);
        }
    }

    [Fact]
    public async Task Report_RefusedWhileOthersWaitWithTooLittleTime_FailsThemAtOnce()
    {
        var quota = Quota(limit: 2);
        await SendAsync(quota, 1);
        await quota.AcquireAsync(Write());
        var patient = quota.AcquireAsync(Write()).AsTask();
        var hurried = quota.AcquireAsync(Write(TimeSpan.FromSeconds(61))).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(10));
        hurried.IsCompleted.Should().BeFalse();

        quota.Report(Write(), new() { IsRefused = true, RetryAfter = TimeSpan.FromSeconds(55) });

        (await Record.ExceptionAsync(() => hurried.WaitAsync(TestTimeout.Token()))).Should().BeOfType<InboxRateLimitException>();
        patient.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task AcquireAsync_FirstAnswerIsSlow_DoesNotHoldTheOthersForLong()
    {
        var quota = Quota(limit: 10);
        await quota.AcquireAsync(Write());

        var second = quota.AcquireAsync(Write()).AsTask();
        second.IsCompleted.Should().BeFalse("until the server has told what others used, one request goes ahead");
        _clock.Advance(TimeSpan.FromSeconds(1));

        await second.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task AcquireAsync_SeveralWindows_HoldsToAllOfThem()
    {
        var quota = new InProcessQuota(
            new() { Writes = [new() { Limit = 5, Length = Minute }, new() { Limit = 7, Length = TimeSpan.FromHours(1) }], BulkReserve = 0 }, InboxApiVersion.V1, _clock);
        await SendAsync(quota, 5);
        _clock.Advance(Minute);
        await SendAsync(quota, 2);

        var next = quota.AcquireAsync(Write()).AsTask();

        (await _clock.NextWaitAsync()).Should().Be(TimeSpan.FromMinutes(59));
        _clock.Advance(TimeSpan.FromMinutes(59));
        await next.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task AcquireAsync_V2_CountsReadsAndWritesTogetherInThreeWindows()
    {
        var quota = new InProcessQuota(new() { BulkReserve = 0 }, InboxApiVersion.V2, _clock);
        for (var i = 0; i < 300; i++)
        {
            var request = new QuotaRequest(i % 2 == 0 ? QuotaKind.Read : QuotaKind.Write, QuotaPriority.Interactive, TimeSpan.Zero);
            await quota.AcquireAsync(request);
            quota.Report(request, Accepted);
        }

        var read = await Record.ExceptionAsync(() => quota.AcquireAsync(new(QuotaKind.Read, QuotaPriority.Interactive, TimeSpan.Zero)).AsTask());

        read.Should().BeOfType<InboxRateLimitException>().Which.RetryAfter.Should().Be(Minute);
        quota.GetSnapshot().Windows.Where(window => window.Kind == QuotaKind.Write).Select(window => (window.Limit, window.Used, window.Length)).Should().Equal(
            (300, 300, Minute), (10_000, 300, TimeSpan.FromHours(1)), (100_000, 300, TimeSpan.FromDays(1)));
    }

    private static QuotaRequest Write(TimeSpan? maxWait = null, QuotaPriority priority = QuotaPriority.Interactive) =>
        new(QuotaKind.Write, priority, maxWait ?? TimeSpan.MaxValue);

    private InProcessQuota Quota(int limit, double bulkReserve = 0) =>
        new(new() { Writes = [new() { Limit = limit, Length = Minute }], BulkReserve = bulkReserve }, InboxApiVersion.V1, _clock);

    private static async Task SendAsync(InProcessQuota quota, int count, QuotaPriority priority = QuotaPriority.Interactive)
    {
        for (var i = 0; i < count; i++)
        {
            var permit = quota.AcquireAsync(Write(priority: priority)).AsTask();
            permit.IsCompletedSuccessfully.Should().BeTrue($"request {i} is within the limit");
            await permit;
            quota.Report(Write(priority: priority), Accepted);
        }
    }

    private static async Task SendUpToAsync(InProcessQuota quota, int count)
    {
        for (var i = 0; i < count && quota.GetSnapshot().Windows[^1].NextPermit == TimeSpan.Zero; i++)
            await SendAsync(quota, 1);
    }
}
