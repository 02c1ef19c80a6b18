using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests;

public sealed class RateAlgorithmTests
{
    // Twelve and a half seconds past the minute.
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 8, 30, 12, 500, TimeSpan.Zero));

    [Fact]
    public async Task Fixed_WindowOfAMinute_EndsOnTheMinuteAndGivesEverythingBack()
    {
        await using var api = await StartAsync(new() { Reads = 3, Algorithm = SandboxRateAlgorithm.Fixed });
        for (var left = 2; left >= 0; left--)
            (await api.GetAsync("statuses")).Header("X-RateLimit-Remaining").Should().Be($"{left}");

        var refused = await api.GetAsync("statuses");
        refused.ShouldBeError(429, "RATE_LIMITED").Should().Contain("48 s");
        refused.Header("Retry-After").Should().Be("48");
        refused.Header("X-RateLimit-Reset").Should().Be($"{new DateTimeOffset(2026, 3, 1, 8, 31, 0, TimeSpan.Zero).ToUnixTimeSeconds()}");

        _clock.Advance(TimeSpan.FromMilliseconds(47_499));
        (await api.GetAsync("statuses")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await api.GetAsync("statuses")).Header("X-RateLimit-Remaining").Should().Be("2");
    }

    [Fact]
    public async Task Fixed_AroundTheEndOfAWindow_LetsTwiceTheLimitThrough()
    {
        await using var api = await StartAsync(new() { Writes = 2, Algorithm = SandboxRateAlgorithm.Fixed });
        _clock.Advance(TimeSpan.FromMilliseconds(47_499));
        await api.DeleteAsync("tags/nope");
        await api.DeleteAsync("tags/nope");
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await api.DeleteAsync("tags/nope");
        await api.DeleteAsync("tags/nope");

        api.Sandbox.RateLimits.Writes.AcceptedCount.Should().Be(4);
    }

    [Fact]
    public async Task Fixed_ClockOfTheServerIsAhead_IsAlignedToThatClock()
    {
        var limits = new SandboxRateLimits { Reads = 1, Algorithm = SandboxRateAlgorithm.Fixed };
        var options = new InboxSandboxOptions { ProspectCount = 0, RateLimits = limits, TimeProvider = _clock, ClockSkew = TimeSpan.FromSeconds(40) };
        await using var api = await TestApi.StartAsync(options);
        await api.GetAsync("statuses");

        (await api.GetAsync("statuses")).Header("Retry-After").Should().Be("8");
    }

    [Fact]
    public async Task Gcra_AfterABurst_GivesOnePermitBackEachInterval()
    {
        // One every 6 s.
        await using var api = await StartAsync(new() { Reads = 10, Algorithm = SandboxRateAlgorithm.Gcra });
        for (var left = 9; left >= 0; left--)
            (await api.GetAsync("statuses")).Header("X-RateLimit-Remaining").Should().Be($"{left}");
        (await api.GetAsync("statuses")).Header("Retry-After").Should().Be("6");

        _clock.Advance(TimeSpan.FromMilliseconds(5_999));
        (await api.GetAsync("statuses")).Header("Retry-After").Should().Be("1");
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await api.GetAsync("statuses")).Status.Should().Be(HttpStatusCode.OK);
        (await api.GetAsync("statuses")).Header("Retry-After").Should().Be("6");

        _clock.Advance(TimeSpan.FromSeconds(18));
        (await api.GetAsync("statuses")).Header("X-RateLimit-Remaining").Should().Be("2");
    }

    [Fact]
    public async Task Gcra_IntervalIsNoWholeTick_NeverDrifts()
    {
        await using var api = await StartAsync(new() { Reads = 7, Window = TimeSpan.FromSeconds(1), Algorithm = SandboxRateAlgorithm.Gcra });
        api.Sandbox.RateLimits.Reads.Exhaust().Should().Be(7);

        // Rounded down it would be early after seven intervals, rounded up late.
        _clock.Advance(TimeSpan.FromTicks(TimeSpan.TicksPerSecond - 1));
        api.Sandbox.RateLimits.Reads.Exhaust().Should().Be(6);
        _clock.Advance(TimeSpan.FromTicks(1));
        api.Sandbox.RateLimits.Reads.Exhaust().Should().Be(1);
    }

    [Fact]
    public async Task Gcra_LargestLimitAndWindow_CountsOn()
    {
        var limits = new SandboxRateLimits { Reads = 1_000_000, Window = TimeSpan.FromDays(1), Algorithm = SandboxRateAlgorithm.Gcra };
        await using var api = await StartAsync(limits);
        api.Sandbox.RateLimits.Reads.Exhaust().Should().Be(1_000_000);

        (await api.GetAsync("statuses")).Header("Retry-After").Should().Be("1");
        _clock.Advance(TimeSpan.FromDays(4_000));
        (await api.GetAsync("statuses")).Header("X-RateLimit-Remaining").Should().Be("999999");
    }

    private Task<TestApi> StartAsync(SandboxRateLimits limits) =>
        TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 0, RateLimits = limits, TimeProvider = _clock });
}
