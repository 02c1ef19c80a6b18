using InboxSdk.Pipeline;
using InboxSdk.RateLimiting;
using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.RateLimiting;

/// <summary>Tests a server whose window differs from the configured one, which only its headers report.</summary>
public class ShorterWindowTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TestClock _clock = new();

    [Theory]
    [InlineData(SandboxRateAlgorithm.Sliding)]
    [InlineData(SandboxRateAlgorithm.Fixed)]
    [InlineData(SandboxRateAlgorithm.Gcra)]
    public async Task Calls_TwentyInFiveSeconds_AreSentAtThatPaceAndNeverRefused(SandboxRateAlgorithm algorithm)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new()
        {
            ProspectCount = 5,
            TimeProvider = _clock,
            RateLimits = new() { Algorithm = algorithm, Windows = [new(20, TimeSpan.FromSeconds(5))] },
        });
        using var inbox = sandbox.CreateClient(options =>
        {
            options.ApiVersion = InboxApiVersion.V2;
            options.TimeProvider = _clock;
            options.Deadline = TimeSpan.FromDays(1);
            options.AttemptTimeout = TimeSpan.FromHours(1);
            _clock.Timeouts.Add(options.AttemptTimeout);
        });
        var started = _clock.GetUtcNow();

        await _clock.PassWaitsAsync(CallAsync());

        (_clock.GetUtcNow() - started).Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(25));
        sandbox.RateLimits.Reads.RejectedCount.Should().Be(0);

        async Task CallAsync()
        {
            for (var i = 0; i < 60; i++)
                await inbox.V2.Team.GetAsync();
        }
    }

    [Fact]
    public async Task Report_OneResponseAlone_ChangesNothing()
    {
        var quota = Quota();
        var server = new Server(_clock, 20, TimeSpan.FromSeconds(5));
        await _clock.PassWaitsAsync(SendAsync(quota, server, 21));

        Windows(quota).Should().Equal((Minute, 20));
        await _clock.PassWaitsAsync(SendAsync(quota, server, 2));

        Windows(quota)[0].Should().Match<(TimeSpan Length, int Limit)>(window => window.Limit == 20 && window.Length < TimeSpan.FromSeconds(10));
        Windows(quota)[1].Should().Be((Minute, 300), "the configured window holds as well");
        server.Refused.Should().Be(0);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(30)]
    public async Task Report_HeadersStopSayingSo_GoesBackToTheConfiguredLength(int limit)
    {
        var quota = Quota();
        var server = new Server(_clock, 20, TimeSpan.FromSeconds(5));
        await _clock.PassWaitsAsync(SendAsync(quota, server, 30));
        Windows(quota).Should().HaveCount(2);

        await _clock.PassWaitsAsync(SendAsync(quota, new Server(_clock, limit, Minute), 1));

        Windows(quota).Should().Equal((Minute, limit));
    }

    [Fact]
    public async Task Report_RefusedInTheShorterWindow_GoesBackToTheConfiguredLength()
    {
        var quota = Quota();
        await _clock.PassWaitsAsync(SendAsync(quota, new Server(_clock, 20, TimeSpan.FromSeconds(5)), 30));
        Windows(quota).Should().HaveCount(2);

        await _clock.PassWaitsAsync(quota.AcquireAsync(Request).AsTask());
        quota.Report(new() { Outcome = InboxPermitOutcome.Rejected, Limit = 20, Remaining = 0, ResetAfter = TimeSpan.FromSeconds(5), RetryAfter = TimeSpan.FromSeconds(5) });

        Windows(quota).Should().Equal((Minute, 20));
    }

    [Fact]
    public async Task Calls_ResetsLieAndTheWindowIsAMinute_AreRefusedOnceInAQuarterOfAnHour()
    {
        var quota = Quota();
        var server = new Server(_clock, 20, Minute) { Reset = TimeSpan.FromSeconds(5) };
        var started = _clock.GetUtcNow();

        await _clock.PassWaitsAsync(SendAsync(quota, server, 300));

        (_clock.GetUtcNow() - started).Should().BeCloseTo(TimeSpan.FromMinutes(14), Minute);
        server.Refused.Should().BeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task Calls_EveryHeaderLies_AreNeverMoreThanConfigured()
    {
        var quota = Quota(limit: 30);
        var server = new Server(_clock, 30, Minute) { Reset = TimeSpan.FromSeconds(1), Told = (20, 19) };

        await _clock.PassWaitsAsync(SendAsync(quota, server, 200));

        server.Refused.Should().Be(0, "the configured windows hold whatever the server says");
    }

    private static InboxPermitRequest Request { get; } = new() { MaxWait = TimeSpan.MaxValue };

    private PermittedLimiter Quota(int limit = 300) =>
        new(new InProcessRateLimiter(new() { Reads = [new() { Limit = limit, Length = Minute }], BulkReserve = 0 }, InboxApiVersion.V1, _clock));

    private static List<(TimeSpan Length, int Limit)> Windows(PermittedLimiter quota) =>
        [.. quota.GetSnapshot().Windows.Where(window => window.Kind == RateLimitKind.Read).Select(window => (window.Length, window.Limit))];

    private static async Task SendAsync(PermittedLimiter quota, Server server, int count)
    {
        for (var accepted = 0; accepted < count;)
        {
            await quota.AcquireAsync(Request);
            var result = server.Respond();
            quota.Report(result);
            accepted += result.Outcome == InboxPermitOutcome.Rejected ? 0 : 1;
        }
    }

    /// <summary>Represents a sliding window on the clock; its headers report when its oldest request leaves, or the values of a test.</summary>
    private sealed class Server(TestClock clock, int limit, TimeSpan length)
    {
        private readonly Queue<DateTimeOffset> _log = new();

        public TimeSpan? Reset { get; init; }

        public (int Limit, int Remaining)? Told { get; init; }

        public int Refused { get; private set; }

        public InboxPermitResult Respond()
        {
            var now = clock.GetUtcNow();
            while (_log.TryPeek(out var first) && first + length <= now)
                _log.Dequeue();
            var isRefused = _log.Count == limit;
            if (isRefused)
                Refused++;
            else
                _log.Enqueue(now);
            var reset = _log.Peek() + length - now;
            return new()
            {
                Outcome = isRefused ? InboxPermitOutcome.Rejected : InboxPermitOutcome.Accepted,
                Limit = Told?.Limit ?? limit,
                Remaining = Told?.Remaining ?? limit - _log.Count,
                ResetAfter = Reset ?? reset,
                RetryAfter = isRefused ? reset : null,
            };
        }
    }
}
