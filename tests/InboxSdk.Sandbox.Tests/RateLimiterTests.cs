using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests;

public sealed class RateLimiterTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_767_225_600));

    [Fact]
    public async Task Team_ReadsAndWrites_CountTogether()
    {
        await using var api = await StartAsync(SandboxRateLimits.V2);

        (await api.GetAsync("statuses")).Header("X-RateLimit-Remaining").Should().Be("299");
        var write = await api.DeleteAsync("tags/nope");

        write.Header("X-RateLimit-Limit").Should().Be("300");
        write.Header("X-RateLimit-Remaining").Should().Be("298");
        api.Sandbox.RateLimits.Reads.Exhaust().Should().Be(298);
        (await api.DeleteAsync("tags/nope")).Header("Retry-After").Should().Be("60");
    }

    [Fact]
    public async Task Team_ABusyDay_RunsIntoTheHourAndThenTheDay()
    {
        await using var api = await StartAsync(SandboxRateLimits.V2);
        var reads = api.Sandbox.RateLimits.Reads;

        // As many as are left, every minute of the day.
        var spent = new List<int>();
        for (var minute = 0; minute < 24 * 60; minute++, _clock.Advance(TimeSpan.FromMinutes(1)))
            spent.Add(reads.Exhaust());

        spent[0].Should().Be(300);
        spent.Take(60).Sum().Should().Be(10_000);
        spent.Sum().Should().Be(100_000);
        spent[^1].Should().Be(0);
        (await api.GetAsync("statuses")).Header("X-RateLimit-Remaining").Should().Be("299", "the first minute is a day old");
    }

    [Fact]
    public async Task Headers_OfStackedWindows_DescribeTheOneWithTheFewestLeft()
    {
        await using var api = await StartAsync(new() { Windows = [new(3, TimeSpan.FromSeconds(10)), new(4, TimeSpan.FromSeconds(100))] });

        ShouldTell(await api.GetAsync("statuses"), limit: 3, remaining: 2, resetIn: 10);
        api.Sandbox.RateLimits.Reads.Exhaust();
        ShouldTell(await api.GetAsync("statuses"), limit: 3, remaining: 0, resetIn: 10).Header("Retry-After").Should().Be("10");
        _clock.Advance(TimeSpan.FromSeconds(10));
        ShouldTell(await api.GetAsync("statuses"), limit: 4, remaining: 0, resetIn: 90);
        ShouldTell(await api.GetAsync("statuses"), limit: 4, remaining: 0, resetIn: 90).Header("Retry-After").Should().Be("90");
    }

    [Fact]
    public async Task Headers_TwoWindowsHaveNoneLeft_DescribeTheOneClosedLonger()
    {
        await using var api = await StartAsync(new() { Windows = [new(2, TimeSpan.FromSeconds(10)), new(2, TimeSpan.FromSeconds(100))] });
        api.Sandbox.RateLimits.Writes.Exhaust();

        ShouldTell(await api.GetAsync("statuses"), limit: 2, remaining: 0, resetIn: 100).Header("Retry-After").Should().Be("100");
    }

    [Fact]
    public async Task Windows_OfOneScope_LeaveTheOtherAlone()
    {
        await using var api = await StartAsync(new() { Windows = [new(1, TimeSpan.FromMinutes(1), SandboxRateScope.Writes)] });

        await api.DeleteAsync("tags/nope");

        (await api.DeleteAsync("tags/nope")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await api.GetAsync("tags")).Header("X-RateLimit-Limit").Should().Be("1000000");
    }

    [Fact]
    public async Task UseUp_ByAnotherProcess_LeavesTheRest()
    {
        await using var api = await StartAsync(SandboxRateLimits.V1);

        api.Sandbox.RateLimits.Writes.Exhaust(20).Should().Be(20);
        (await api.DeleteAsync("tags/nope")).Header("X-RateLimit-Remaining").Should().Be("9");
        _clock.Advance(TimeSpan.FromSeconds(30));
        api.Sandbox.RateLimits.Writes.Exhaust(20).Should().Be(9, "no more were left");

        (await api.DeleteAsync("tags/nope")).Header("Retry-After").Should().Be("30");
        (await api.GetAsync("tags")).Header("X-RateLimit-Remaining").Should().Be("99", "reads are counted apart");
    }

    [Fact]
    public async Task Counters_OfEachKind_TellWhatWasAcceptedAndRefused()
    {
        await using var api = await StartAsync(new() { Reads = 2, Writes = 1 });
        for (var i = 0; i < 5; i++)
            await api.GetAsync("statuses");
        for (var i = 0; i < 3; i++)
            await api.DeleteAsync("tags/nope");
        api.Sandbox.RateLimits.Writes.Exhaust();

        var (reads, writes) = (api.Sandbox.RateLimits.Reads, api.Sandbox.RateLimits.Writes);
        (reads.AcceptedCount, reads.RejectedCount, writes.AcceptedCount, writes.RejectedCount).Should().Be((2, 3, 1, 2));
    }

    [Fact]
    public async Task Counters_WithNoLimit_AcceptAll()
    {
        await using var api = await StartAsync(SandboxRateLimits.Off);
        await api.GetAsync("statuses");
        await api.DeleteAsync("tags/nope");

        var (reads, writes) = (api.Sandbox.RateLimits.Reads, api.Sandbox.RateLimits.Writes);
        (reads.AcceptedCount, reads.RejectedCount, writes.AcceptedCount, writes.RejectedCount).Should().Be((1, 0, 1, 0));
    }

    [Fact]
    public async Task UseUp_WithoutALimitOrNegative_Throws()
    {
        await using var api = await StartAsync(new() { Reads = 1 });

        api.Sandbox.RateLimits.Invoking(limits => limits.Writes.Exhaust(1)).Should().Throw<InvalidOperationException>().WithMessage("*RateLimits*");
        api.Sandbox.RateLimits.Invoking(limits => limits.Reads.Exhaust(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    private Task<TestApi> StartAsync(SandboxRateLimits limits) =>
        TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 0, RateLimits = limits, TimeProvider = _clock });

    private ApiResponse ShouldTell(ApiResponse response, int limit, int remaining, int resetIn)
    {
        (response.Header("X-RateLimit-Limit"), response.Header("X-RateLimit-Remaining")).Should().Be(($"{limit}", $"{remaining}"));
        response.Header("X-RateLimit-Reset").Should().Be($"{_clock.GetUtcNow().ToUnixTimeSeconds() + resetIn}");
        return response;
    }
}
