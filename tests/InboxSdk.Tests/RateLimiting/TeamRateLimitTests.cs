using InboxSdk.Pipeline;
using InboxSdk.RateLimiting;
using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.RateLimiting;

/// <summary>Tests the three windows of a team on v2 end to end, with small limits: 20 a minute, 60 an hour, 150 a day.</summary>
public class TeamRateLimitTests
{
    private readonly TestClock _clock = new();

    [Theory]
    [InlineData(SandboxRateAlgorithm.Sliding, 0)]
    [InlineData(SandboxRateAlgorithm.Fixed, 0)]
    [InlineData(SandboxRateAlgorithm.Gcra, 0)]
    [InlineData(SandboxRateAlgorithm.Sliding, 15)]
    [InlineData(SandboxRateAlgorithm.Fixed, 10)]
    [InlineData(SandboxRateAlgorithm.Gcra, 15)]
    public async Task Calls_MoreThanAnyWindowAllows_WaitForEachAndAreHardlyEverRefused(SandboxRateAlgorithm algorithm, int usedBefore)
    {
        await using var sandbox = await SandboxAsync(algorithm);
        sandbox.RateLimits.Reads.Exhaust(usedBefore);
        using var inbox = Client(sandbox);
        var started = _clock.GetUtcNow();

        Task work;
        using (RateLimitScope.Begin(RateLimitPriority.Bulk))
            work = CallAsync(inbox, 170);
        await _clock.PassWaitsAsync(work);
        await work;

        // The requests of others are detected only when the window of the hour or the day is used up, and each detection takes one more refusal.
        sandbox.RateLimits.Reads.RejectedCount.Should().BeLessThanOrEqualTo(usedBefore == 0 ? 0 : 4);
        sandbox.Requests.Count(request => request.StatusCode == 200).Should().Be(170);
        (_clock.GetUtcNow() - started).Should().BeGreaterThan(TimeSpan.FromHours(23), "150 is the limit of a day").And.BeLessThan(TimeSpan.FromHours(26));
    }

    [Fact]
    public async Task Calls_HourOfTheTeamIsUsedUp_LimiterIsClosedAsLongAsTheServerSays()
    {
        await using var sandbox = await SandboxAsync();
        UseUpTheHour(sandbox);
        using var inbox = Client(sandbox, deadline: TimeSpan.FromMinutes(50));
        // The remaining deadline of the call that waits a minute.
        _clock.Timeouts.Add(TimeSpan.FromMinutes(49));

        var refused = (await Record.ExceptionAsync(() => CallAsync(inbox, 1))).Should().BeOfType<InboxRateLimitException>().Subject;
        var until = _clock.GetUtcNow() + refused.RetryAfter!.Value;
        // A minute later, one call verifies the refusal; after that, no call is sent until the hint ends.
        var probe = Record.ExceptionAsync(() => CallAsync(inbox, 1));
        await _clock.PassWaitsAsync(probe);
        var held = (await Record.ExceptionAsync(() => CallAsync(inbox, 1))).Should().BeOfType<InboxRateLimitException>().Subject;
        Task waiting;
        using (RateLimitScope.Begin(RateLimitPriority.Bulk))
            waiting = CallAsync(inbox, 5);
        await _clock.PassWaitsAsync(waiting);
        await waiting;

        refused.Should().BeEquivalentTo(new { Window = TimeSpan.FromHours(1), Limit = 60, AttemptCount = 1 });
        refused.RetryAfter.Should().BeCloseTo(TimeSpan.FromMinutes(57), TimeSpan.FromSeconds(5));
        (await probe).Should().BeOfType<InboxRateLimitException>().Which.AttemptCount.Should().Be(1);
        held.AttemptCount.Should().Be(0);
        held.RetryAfter.Should().BeGreaterThanOrEqualTo(refused.RetryAfter.Value - TimeSpan.FromMinutes(1.5));
        sandbox.Requests.Count(request => request.StatusCode == 429).Should().Be(2, "two refusals are enough for all");
        var sent = sandbox.Requests.Where(request => request.StatusCode == 200).ToList();
        sent.Should().HaveCount(5).And.OnlyContain(request => request.ReceivedAt >= until);
        sent[0].ReceivedAt.Should().BeBefore(until.AddMinutes(1));
    }

    private Task<InboxSandbox> SandboxAsync(SandboxRateAlgorithm algorithm = SandboxRateAlgorithm.Sliding) => InboxSandbox.StartAsync(new()
    {
        ProspectCount = 5,
        TimeProvider = _clock,
        RateLimits = new()
        {
            Algorithm = algorithm,
            Windows = [new(20, TimeSpan.FromMinutes(1)), new(60, TimeSpan.FromHours(1)), new(150, TimeSpan.FromDays(1))],
        },
    });

    private InboxClient Client(InboxSandbox sandbox, TimeSpan? deadline = null) => sandbox.CreateClient(options =>
    {
        options.ApiVersion = InboxApiVersion.V2;
        options.TimeProvider = _clock;
        options.Deadline = deadline ?? TimeSpan.FromDays(1);
        // Differs from the length of every window, so that a wait for a window is not mistaken for the timeout.
        options.AttemptTimeout = TimeSpan.FromMinutes(59.5);
        _clock.Timeouts.UnionWith([options.AttemptTimeout, options.Deadline]);
        options.RateLimit.Requests =
        [
            new() { Limit = 20, Length = TimeSpan.FromMinutes(1) }, new() { Limit = 60, Length = TimeSpan.FromHours(1) }, new() { Limit = 150, Length = TimeSpan.FromDays(1) },
        ];
        options.RateLimit.BulkReserve = 0;
    });

    /// <summary>Uses up the hour of the team as another process does; its last minute has passed.</summary>
    private void UseUpTheHour(InboxSandbox sandbox)
    {
        for (var minute = 0; minute < 3; minute++)
        {
            sandbox.RateLimits.Reads.Exhaust(20).Should().Be(20);
            _clock.Advance(TimeSpan.FromSeconds(61));
        }
    }

    /// <summary>Alternates reads and writes, because the windows count both.</summary>
    private static async Task CallAsync(InboxClient inbox, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % 2 == 0)
                await inbox.V2.Team.GetAsync();
            else
                await inbox.V2.Contacts.UpdateAsync("prospectabc123", new() { Valuation = i });
        }
    }
}
