using InboxSdk.Pipeline;
using InboxSdk.RateLimiting;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.RateLimiting;

public class RateLimiterTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly InboxPermitResult Accepted = new() { Outcome = InboxPermitOutcome.Accepted };
    private static readonly InboxPermitResult NoResponse = new() { Outcome = InboxPermitOutcome.NoResponse };

    private readonly TestClock _clock = new();

    [Fact]
    public async Task AcquireAsync_WithinTheLimit_DoesNotWait()
    {
        var quota = Quota(limit: 5);

        await SendAsync(quota, 5);

        quota.GetSnapshot().Windows.Single(window => window.Kind == RateLimitKind.Write).Should().BeEquivalentTo(new { Limit = 5, Used = 5, NextPermit = Minute });
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
    public async Task AcquireAsync_SlotIsStampedWhenTheResponseArrives()
    {
        var quota = Quota(limit: 1);
        await quota.AcquireAsync(Write());
        _clock.Advance(TimeSpan.FromSeconds(20));
        quota.Report(Accepted);

        var next = quota.AcquireAsync(Write()).AsTask();

        (await _clock.NextWaitAsync()).Should().Be(Minute, "the server may have counted the request as late as at its response");
        _clock.Advance(Minute);
        await next.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task AcquireAsync_ReadsAndWrites_DoNotShareAQuota()
    {
        var quota = Quota(limit: 1);
        await SendAsync(quota, 1);

        quota.AcquireAsync(new()).AsTask().IsCompletedSuccessfully.Should().BeTrue();
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
            quota.Report(Accepted);
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
        await SendAsync(quota, 8, RateLimitPriority.Bulk);

        var bulk = quota.AcquireAsync(Write(priority: RateLimitPriority.Bulk)).AsTask();
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
        var bulk = quota.AcquireAsync(Write(priority: RateLimitPriority.Bulk)).AsTask();
        var interactive = quota.AcquireAsync(Write()).AsTask();

        _clock.Advance(Minute);
        await interactive.WaitAsync(TestTimeout.Token());

        bulk.IsCompleted.Should().BeFalse();
    }

    [Theory]
    [InlineData(RateLimitPriority.Interactive, RateLimitPriority.Interactive, false)]
    [InlineData(RateLimitPriority.Interactive, RateLimitPriority.Bulk, false)]
    [InlineData(RateLimitPriority.Bulk, RateLimitPriority.Bulk, false)]
    [InlineData(RateLimitPriority.Bulk, RateLimitPriority.Interactive, true)]
    public async Task AcquireAsync_ComesJustWhenAnothersTurnBegins_OnlyInteractiveOvertakesBulk(RateLimitPriority waiting, RateLimitPriority late, bool overtakes)
    {
        var quota = Quota(limit: 1);
        _clock.Advance(TimeSpan.FromMicroseconds(400));
        await SendAsync(quota, 1);
        _clock.Advance(TimeSpan.FromMicroseconds(600));
        var first = quota.AcquireAsync(Write(priority: waiting)).AsTask();
        // The permit is available, but the timer, which counts whole milliseconds, has not fired yet.
        _clock.Advance(Minute - TimeSpan.FromMicroseconds(500));
        first.IsCompleted.Should().BeFalse();

        var second = quota.AcquireAsync(Write(priority: late)).AsTask();

        second.IsCompleted.Should().Be(overtakes);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        if (!overtakes)
            await first.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task AcquireAsync_InteractiveWaits_GoesAsSoonAsThereIsRoomForIt()
    {
        var quota = Quota(limit: 10, bulkReserve: 0.5);
        await SendAsync(quota, 5);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await SendAsync(quota, 5);

        var interactive = quota.AcquireAsync(Write()).AsTask();
        var bulk = quota.AcquireAsync(Write(priority: RateLimitPriority.Bulk)).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(50));

        await interactive.WaitAsync(TestTimeout.Token());
        bulk.IsCompleted.Should().BeFalse("the five left for bulk are still in use");
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 60)]
    [InlineData(2, 110)]
    [InlineData(3, 120)]
    [InlineData(8, 290)]
    public async Task AcquireAsync_OthersWait_ReportsWhenItsTurnIs(int others, int seconds)
    {
        var quota = Quota(limit: 2);
        await SendAsync(quota, 1);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await SendAsync(quota, 1);
        var turns = Enumerable.Range(0, others).Select(_ => quota.AcquireAsync(Write()).AsTask()).ToList();

        var hurried = await Record.ExceptionAsync(() => quota.AcquireAsync(Write(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1))).AsTask());
        var patient = quota.AcquireAsync(Write(TimeSpan.FromSeconds(seconds))).AsTask();

        hurried.Should().BeOfType<InboxRateLimitException>().Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(seconds));
        quota.GetSnapshot().Windows[^1].NextPermit.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(seconds), "the patient one is ahead now, too");
        turns.Add(patient);
        foreach (var (turn, after) in turns.Zip([50, 10, 50, 10, 50, 10, 50, 10, 50]))
        {
            turn.IsCompleted.Should().BeFalse();
            _clock.Advance(TimeSpan.FromSeconds(after));
            await turn.WaitAsync(TestTimeout.Token());
            quota.Report(Accepted);
        }
    }

    [Fact]
    public async Task AcquireAsync_AllOfTheLimitIsOnItsWay_WaitsALengthFromNow()
    {
        var quota = Quota(limit: 2);
        await SendAsync(quota, 1);
        _clock.Advance(TimeSpan.FromSeconds(90));
        await SendAsync(quota, 1);
        await quota.AcquireAsync(Write());

        quota.GetSnapshot().Windows[^1].Should().BeEquivalentTo(new { Used = 2, NextPermit = Minute });
        var third = quota.AcquireAsync(Write()).AsTask();
        var fourth = await Record.ExceptionAsync(() => quota.AcquireAsync(Write(TimeSpan.Zero)).AsTask());

        third.IsCompleted.Should().BeFalse();
        fourth.Should().BeOfType<InboxRateLimitException>().Which.RetryAfter.Should().Be(Minute, "the request in flight counts for a minute from its response");
    }

    [Fact]
    public async Task GetSnapshot_WindowHasPassed_HoldsNothing()
    {
        var quota = Quota(limit: 5);
        await SendAsync(quota, 5);
        _clock.Advance(Minute);

        quota.GetSnapshot().Windows[^1].Should().BeEquivalentTo(new { Used = 0, NextPermit = TimeSpan.Zero });
    }

    [Fact]
    public async Task AcquireAsync_LittleTimeWhileTheServerIsNotKnown_WaitsForTheFirstResponse()
    {
        var quota = Quota(limit: 100);
        await quota.AcquireAsync(Write(TimeSpan.FromMilliseconds(800)));
        var waiting = Enumerable.Range(0, 4).Select(_ => quota.AcquireAsync(Write(TimeSpan.FromMilliseconds(800))).AsTask()).ToList();
        waiting.Should().OnlyContain(task => !task.IsCompleted);

        quota.Report(Accepted);
        await Task.WhenAll(waiting.Take(2)).WaitAsync(TestTimeout.Token());
        _clock.Advance(TimeSpan.FromMilliseconds(800));

        (await Record.ExceptionAsync(() => waiting[3].WaitAsync(TestTimeout.Token()))).Should().BeOfType<InboxRateLimitException>("no further response arrived in time");
    }

    [Fact]
    public async Task GetSnapshot_AtAnyTime_ChangesNothing()
    {
        var quota = Quota(limit: 100);
        await quota.AcquireAsync(Write());
        _clock.Advance(TimeSpan.FromSeconds(1));
        quota.GetSnapshot();
        _clock.Advance(TimeSpan.FromSeconds(1));
        quota.GetSnapshot();

        var permits = Enumerable.Range(0, 4).Select(_ => quota.AcquireAsync(Write()).AsTask()).ToList();

        permits.Count(permit => permit.IsCompleted).Should().Be(1, "a slow response permits one more request, however often the snapshot is read");
    }

    [Theory]
    [InlineData(InboxApiVersion.V1, RateLimitKind.Read, "rate limit of reads")]
    [InlineData(InboxApiVersion.V1, RateLimitKind.Write, "rate limit of writes")]
    [InlineData(InboxApiVersion.V2, RateLimitKind.Write, "rate limit of requests")]
    public async Task AcquireAsync_WaitLongerThanAllowed_NamesTheRateLimit(InboxApiVersion version, RateLimitKind kind, string expected)
    {
        var quota = new PermittedLimiter(new InProcessRateLimiter(new(), version, _clock));
        var request = new InboxPermitRequest { Kind = kind, Priority = RateLimitPriority.Interactive, MaxWait = TimeSpan.Zero };
        await quota.AcquireAsync(request);
        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected });

        (await Record.ExceptionAsync(() => quota.AcquireAsync(request).AsTask()))!.Message.Should().Contain(expected);
    }

    [Fact]
    public async Task Report_OthersUsedTheQuota_CountsTheirs()
    {
        var quota = Quota(limit: 10);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 10, Remaining = 3 });

        quota.GetSnapshot().Windows[^1].Used.Should().Be(7);
        await SendAsync(quota, 3);
        quota.AcquireAsync(Write()).AsTask().IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Report_WindowHasPassed_CountsAllThatIsMissingAsOthers()
    {
        var quota = Quota(limit: 10);
        await SendAsync(quota, 4);
        await quota.AcquireAsync(Write());
        _clock.Advance(TimeSpan.FromMinutes(2));

        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 10, Remaining = 3 });

        quota.GetSnapshot().Windows[^1].Used.Should().Be(7);
    }

    [Fact]
    public async Task Report_OthersUsedTheHour_TakesTheirsForEvenlyMade()
    {
        var quota = HourlyLimit(limit: 101);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 101, Remaining = 0 });

        quota.GetSnapshot().Windows[^1].Should().BeEquivalentTo(new { Used = 101, NextPermit = TimeSpan.FromSeconds(36) });
        _clock.Advance(TimeSpan.FromMinutes(30));
        quota.GetSnapshot().Windows[^1].Used.Should().Be(51);
        _clock.Advance(TimeSpan.FromMinutes(30));
        quota.GetSnapshot().Windows[^1].Used.Should().Be(0);
    }

    [Fact]
    public async Task Report_OthersUsedTheHourSinceItWasLastReported_TakesTheirsForMadeSince()
    {
        var quota = HourlyLimit(limit: 101);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 101, Remaining = 100 });
        _clock.Advance(TimeSpan.FromMinutes(50));
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 101, Remaining = 0 });

        _clock.Advance(TimeSpan.FromMinutes(10));
        quota.GetSnapshot().Windows[^1].Used.Should().Be(100, "an hour ago there was one request, ours");
        _clock.Advance(TimeSpan.FromMinutes(25));
        quota.GetSnapshot().Windows[^1].Used.Should().BeCloseTo(51, 1);
    }

    [Fact]
    public async Task Report_RefusedTwiceAsOthersUsedTheHour_NoneOfTheirsLeavesBeforeTheHint()
    {
        var quota = HourlyLimit(limit: 100);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, Limit = 100, Remaining = 0, RetryAfter = TimeSpan.FromMinutes(41) });
        _clock.Advance(Minute);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, Limit = 100, Remaining = 0, RetryAfter = TimeSpan.FromMinutes(40) });

        quota.GetSnapshot().Windows[^1].NextPermit.Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(40)).And.BeLessThan(TimeSpan.FromMinutes(41));
        _clock.Advance(TimeSpan.FromMinutes(39));
        quota.GetSnapshot().Windows[^1].Used.Should().BeCloseTo(100, 2);
        _clock.Advance(TimeSpan.FromMinutes(11));
        quota.GetSnapshot().Windows[^1].Used.Should().BeCloseTo(50, 3);
    }

    [Fact]
    public async Task Report_RefusedSoonAfterAnAcceptedOne_TheNextGoesAfterTheHint()
    {
        var quota = Quota(limit: 300);
        await quota.AcquireAsync(Write());
        quota.Report(Accepted with { Limit = 300, Remaining = 299 });
        _clock.Advance(TimeSpan.FromMilliseconds(50));
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, Limit = 300, Remaining = 0, RetryAfter = TimeSpan.FromSeconds(1), ResetAfter = TimeSpan.FromSeconds(1) });

        var next = quota.AcquireAsync(Write()).AsTask();
        var waits = await _clock.PassWaitsAsync(next);

        waits.Sum(wait => wait.TotalSeconds).Should().BeInRange(1, 2);
    }

    [Fact]
    public async Task Report_OneRefusalSaysTheHourIsUsedUp_OneRequestFindsOutAfterAMinuteThatItIsNot()
    {
        var quota = HourlyLimit(limit: 100);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, Limit = 100, Remaining = 0, RetryAfter = TimeSpan.FromMinutes(40) });
        var waiting = Enumerable.Range(0, 3).Select(_ => quota.AcquireAsync(Write()).AsTask()).ToList();

        _clock.Advance(TimeSpan.FromSeconds(59));
        waiting.Should().OnlyContain(task => !task.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await waiting[0].WaitAsync(TestTimeout.Token());
        _clock.Advance(TimeSpan.FromSeconds(30));
        waiting.Skip(1).Should().OnlyContain(task => !task.IsCompleted, "one is enough to find out");
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 100, Remaining = 90 });

        await Task.WhenAll(waiting).WaitAsync(TestTimeout.Token());
        quota.GetSnapshot().Windows[^1].Used.Should().Be(12, "ten are used as the server now says, and two more are on their way");
    }

    [Fact]
    public async Task Report_TheRequestThatFindsOutIsRefused_NoOtherGoesBeforeTheHint()
    {
        var quota = HourlyLimit(limit: 100);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, Limit = 100, Remaining = 0, RetryAfter = TimeSpan.FromMinutes(40) });
        _clock.Advance(Minute);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, Limit = 100, Remaining = 0, RetryAfter = TimeSpan.FromMinutes(39) });

        var next = quota.AcquireAsync(Write()).AsTask();
        _clock.Advance(TimeSpan.FromMinutes(38));
        next.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromMinutes(2));

        await next.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task Report_RefusedAfterWeUsedTheHourOurselves_NoRequestFindsOut()
    {
        var quota = HourlyLimit(limit: 3);
        await SendAsync(quota, 2);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, Limit = 3, Remaining = 0, RetryAfter = TimeSpan.FromHours(1) });

        var next = quota.AcquireAsync(Write()).AsTask();
        _clock.Advance(TimeSpan.FromMinutes(59));

        next.IsCompleted.Should().BeFalse("what we sent is certain");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await next.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task Report_RefusalNamesTheHourAndHeadersDescribeTheMinute_LimiterIsClosedAsLongAsTheHint()
    {
        var quota = new PermittedLimiter(new InProcessRateLimiter(
            new() { Writes = [new() { Limit = 30, Length = Minute }, new() { Limit = 100, Length = TimeSpan.FromHours(1) }], BulkReserve = 0 }, InboxApiVersion.V1, _clock));
        await quota.AcquireAsync(Write());

        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, Limit = 30, Remaining = 29, Window = TimeSpan.FromHours(1), RetryAfter = TimeSpan.FromMinutes(40) });

        quota.GetSnapshot().Windows[^1].Should().BeEquivalentTo(new { PausedFor = TimeSpan.FromMinutes(40), NextPermit = Minute });
    }

    [Fact]
    public async Task Report_ServerHasCountedWhatIsOnItsWay_TakesItForOurs()
    {
        var quota = Quota(limit: 30);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 30, Remaining = 29 });
        await quota.AcquireAsync(Write());
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 30, Remaining = 27 });

        quota.GetSnapshot().Windows[^1].Used.Should().Be(3, "the server has seen three requests, and all are ours");
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 30, Remaining = 20 });
        quota.GetSnapshot().Windows[^1].Used.Should().Be(10, "nothing is on its way: seven are others'");
    }

    [Fact]
    public async Task Report_WhatIsOnItsWayMayBeOthers_ItsRoomIsLeftUntilTheNextResponse()
    {
        var quota = Quota(limit: 4);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 4, Remaining = 3 });
        await quota.AcquireAsync(Write());
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 4, Remaining = 1 });

        // Two are certainly ours, one is in flight, and the server has counted three: the third may be ours or that of another process.
        var next = quota.AcquireAsync(Write(TimeSpan.FromSeconds(5))).AsTask();
        next.IsCompleted.Should().BeFalse();
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 4, Remaining = 1 });

        await next.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task Report_ManyAreOnTheirWay_TakesThemForOursOnceTheServerIsTrusted()
    {
        var quota = Quota(limit: 100);
        await SendAsync(quota, 70);
        for (var i = 0; i < 10; i++)
            await quota.AcquireAsync(Write());

        // Ten are in flight, and the server has counted all of them.
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 100, Remaining = 20 });

        quota.GetSnapshot().Windows[^1].Used.Should().Be(80);
    }

    [Fact]
    public async Task Report_ServerAllowsLess_TakesOnItsLimit()
    {
        var quota = Quota(limit: 30);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 5, Remaining = 4 });

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
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = limit, Remaining = remaining });
        await SendUpToAsync(quota, 3);

        quota.AcquireAsync(Write()).AsTask().IsCompleted.Should().BeFalse();
        quota.GetSnapshot().Windows[^1].Used.Should().BeLessThanOrEqualTo(3 + 1);
    }

    [Fact]
    public async Task Report_Refused_ClosesTheLimiterForAllAndReopensItGently()
    {
        var quota = Quota(limit: 100);
        await SendAsync(quota, 1);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, RetryAfter = TimeSpan.FromSeconds(12) });

        var waiting = Enumerable.Range(0, 8).Select(_ => quota.AcquireAsync(Write()).AsTask()).ToList();
        waiting.Should().OnlyContain(task => !task.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(12));

        // The first permit is alone, then two follow, then four.
        var completed = 0;
        foreach (var permitted in new[] { 1, 3, 7 })
        {
            await Task.WhenAll(waiting.Take(permitted)).WaitAsync(TestTimeout.Token());
            waiting.Skip(permitted).Should().OnlyContain(task => !task.IsCompleted);
            for (; completed < permitted; completed++)
                quota.Report(Accepted);
        }
    }

    [Theory]
    [InlineData(RateLimitPriority.Interactive)]
    [InlineData(RateLimitPriority.Bulk)]
    public async Task Report_RefusedWhileOthersWaitWithTooLittleTime_FailsThemAtOnce(RateLimitPriority priority)
    {
        var quota = Quota(limit: 10);
        await SendAsync(quota, 9);
        await quota.AcquireAsync(Write());
        var patient = quota.AcquireAsync(Write(priority: priority)).AsTask();
        var hurried = quota.AcquireAsync(Write(TimeSpan.FromSeconds(61), priority)).AsTask();
        var justPatient = quota.AcquireAsync(Write(TimeSpan.FromSeconds(65), priority)).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(10));
        hurried.IsCompleted.Should().BeFalse();

        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, RetryAfter = TimeSpan.FromSeconds(55) });

        (await Record.ExceptionAsync(() => hurried.WaitAsync(TestTimeout.Token()))).Should().BeOfType<InboxRateLimitException>()
            .Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(55));
        patient.IsCompleted.Should().BeFalse();
        justPatient.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(55));
        await patient.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task Report_OthersTookTheTurnOfThoseWhoWait_FailsEachWhenItsTimeIsUp()
    {
        var quota = Quota(limit: 3);
        await SendAsync(quota, 2);
        await quota.AcquireAsync(Write());
        var first = quota.AcquireAsync(Write(Minute)).AsTask();
        var second = quota.AcquireAsync(Write(TimeSpan.FromSeconds(62))).AsTask();
        var patient = quota.AcquireAsync(Write(TimeSpan.FromSeconds(90))).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(20));
        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 1, Remaining = 0 });

        _clock.Advance(TimeSpan.FromSeconds(39.999));
        first.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await Record.ExceptionAsync(() => first.WaitAsync(TestTimeout.Token()))).Should().BeOfType<InboxRateLimitException>().Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(20));
        second.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(2));
        (await Record.ExceptionAsync(() => second.WaitAsync(TestTimeout.Token()))).Should().BeOfType<InboxRateLimitException>().Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(18));

        patient.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromSeconds(18));
        await patient.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task Report_HeadersDescribeTheHour_TheHourIsUsed()
    {
        var quota = new PermittedLimiter(new InProcessRateLimiter(
            new() { Writes = [new() { Limit = 5, Length = Minute }, new() { Limit = 100, Length = TimeSpan.FromHours(1) }], BulkReserve = 0 }, InboxApiVersion.V1, _clock));
        await quota.AcquireAsync(Write());

        quota.Report(new() { Outcome = InboxPermitOutcome.Accepted, Limit = 100, Remaining = 20 });

        quota.GetSnapshot().Windows.Where(window => window.Kind == RateLimitKind.Write).Select(window => window.Used).Should().Equal(1, 80);
    }

    [Theory]
    [InlineData(30, 3600, 60, 30)]
    [InlineData(60, 3600, 60, 60)]
    [InlineData(61, 3600, 60, 60)]
    [InlineData(30 * 86400, 3600, 60, 60)]
    [InlineData(30 * 86400, 20, 60, 20)]
    [InlineData(30 * 86400, 3600, 600, 600)]
    [InlineData(30 * 86400, 3600, 0, 1)]
    public async Task Report_Refused_ClosesTheLimiterNoLongerThanTheWindowOrTheLongestHint(int hint, int window, int longestHint, int closed)
    {
        var quota = new PermittedLimiter(new InProcessRateLimiter(
            new() { Writes = [new() { Limit = 100, Length = TimeSpan.FromSeconds(window) }] }, InboxApiVersion.V1, _clock, TimeSpan.FromSeconds(longestHint)));
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, RetryAfter = TimeSpan.FromSeconds(hint) });

        quota.GetSnapshot().Windows[^1].Should().BeEquivalentTo(new { PausedFor = TimeSpan.FromSeconds(closed), NextPermit = TimeSpan.FromSeconds(closed) });
        var next = quota.AcquireAsync(Write()).AsTask();
        quota.GetSnapshot().Windows[^1].Should().BeEquivalentTo(new { WaitingCount = 1, WaitEnds = TimeSpan.FromSeconds(closed) });
        _clock.Advance(TimeSpan.FromSeconds(closed));

        await next.WaitAsync(TestTimeout.Token());
        quota.GetSnapshot().Windows[^1].Should().BeEquivalentTo(new { PausedFor = TimeSpan.Zero, WaitingCount = 0, WaitEnds = TimeSpan.Zero });
    }

    [Fact]
    public async Task AcquireAsync_FirstResponseIsSlow_DoesNotHoldTheOthersForLong()
    {
        var quota = Quota(limit: 10);
        await quota.AcquireAsync(Write());

        var second = quota.AcquireAsync(Write()).AsTask();
        second.IsCompleted.Should().BeFalse("one request is sent first, until its response reports what others used");
        _clock.Advance(TimeSpan.FromSeconds(1));

        await second.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task AcquireAsync_NoResponseArrives_ContinuesWithTwiceAsManyEachSecond()
    {
        var quota = Quota(limit: 100);
        await quota.AcquireAsync(Write());
        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, RetryAfter = TimeSpan.FromSeconds(10) });
        var waiting = Enumerable.Range(0, 20).Select(_ => quota.AcquireAsync(Write()).AsTask()).ToList();

        foreach (var (seconds, permitted) in new[] { (10, 1), (1, 2), (1, 4), (1, 8), (1, 16) })
        {
            _clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            waiting.Skip(permitted / 2).Should().OnlyContain(task => !task.IsCompleted);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.WhenAll(waiting.Take(permitted)).WaitAsync(TestTimeout.Token());
            waiting.Skip(permitted).Should().OnlyContain(task => !task.IsCompleted);
        }
    }

    [Fact]
    public async Task AcquireAsync_SixtyFourGoodResponses_OnlyTheRateLimitBoundsTheRequestsInFlight()
    {
        var quota = Quota(limit: 1_000);
        await SendAsync(quota, 63);

        var permits = Enumerable.Range(0, 200).Select(_ => quota.AcquireAsync(Write()).AsTask()).ToList();
        permits.Count(permit => permit.IsCompletedSuccessfully).Should().Be(64);
        quota.Report(Accepted);

        await Task.WhenAll(permits).WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public async Task AcquireAsync_SeveralWindows_HoldsToAllOfThem()
    {
        var quota = new PermittedLimiter(new InProcessRateLimiter(
            new() { Writes = [new() { Limit = 5, Length = Minute }, new() { Limit = 7, Length = TimeSpan.FromHours(1) }], BulkReserve = 0 }, InboxApiVersion.V1, _clock));
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
        var quota = new PermittedLimiter(new InProcessRateLimiter(new() { BulkReserve = 0 }, InboxApiVersion.V2, _clock));
        for (var i = 0; i < 300; i++)
        {
            var request = new InboxPermitRequest { Kind = i % 2 == 0 ? RateLimitKind.Read : RateLimitKind.Write };
            await quota.AcquireAsync(request);
            quota.Report(Accepted);
        }

        var read = await Record.ExceptionAsync(() => quota.AcquireAsync(new()).AsTask());

        read.Should().BeOfType<InboxRateLimitException>().Which.RetryAfter.Should().Be(Minute);
        quota.GetSnapshot().Windows.Should().OnlyContain(window => window.Kind == RateLimitKind.All);
        quota.GetSnapshot().Windows.Select(window => (window.Limit, window.Used, window.Length)).Should().Equal(
            (300, 300, Minute), (10_000, 300, TimeSpan.FromHours(1)), (100_000, 300, TimeSpan.FromDays(1)));
    }

    private static InboxPermitRequest Write(TimeSpan? maxWait = null, RateLimitPriority priority = RateLimitPriority.Interactive) =>
        new() { Kind = RateLimitKind.Write, Priority = priority, MaxWait = maxWait ?? TimeSpan.MaxValue };

    private PermittedLimiter Quota(int limit, double bulkReserve = 0) =>
        new(new InProcessRateLimiter(new() { Writes = [new() { Limit = limit, Length = Minute }], BulkReserve = bulkReserve }, InboxApiVersion.V1, _clock));

    private PermittedLimiter HourlyLimit(int limit) =>
        new(new InProcessRateLimiter(new() { Writes = [new() { Limit = limit, Length = TimeSpan.FromHours(1) }], BulkReserve = 0 }, InboxApiVersion.V1, _clock));

    private static async Task SendAsync(PermittedLimiter quota, int count, RateLimitPriority priority = RateLimitPriority.Interactive)
    {
        for (var i = 0; i < count; i++)
        {
            var permit = quota.AcquireAsync(Write(priority: priority)).AsTask();
            permit.IsCompletedSuccessfully.Should().BeTrue($"request {i} is within the limit");
            await permit;
            quota.Report(Accepted);
        }
    }

    private static async Task SendUpToAsync(PermittedLimiter quota, int count)
    {
        for (var i = 0; i < count && quota.GetSnapshot().Windows[^1].NextPermit == TimeSpan.Zero; i++)
            await SendAsync(quota, 1);
    }
}
