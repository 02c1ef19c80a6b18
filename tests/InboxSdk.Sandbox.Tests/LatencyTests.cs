namespace InboxSdk.Sandbox.Tests;

public sealed class LatencyTests
{
    private readonly WaitingClock _clock = new();

    [Fact]
    public async Task Latency_OfAnExchange_HasWhatTheServerDoesInItsMiddle()
    {
        await using var api = await StartAsync(new(TimeSpan.FromMilliseconds(101)));
        var sentAt = _clock.GetUtcNow();

        var response = api.GetAsync("statuses");
        (await _clock.NextWaitAsync()).Should().Be(TimeSpan.FromMilliseconds(50));
        api.Sandbox.Requests.Should().BeEmpty();
        api.Sandbox.RateLimits.Reads.AcceptedCount.Should().Be(0);

        _clock.Advance(TimeSpan.FromMilliseconds(50));
        (await _clock.NextWaitAsync()).Should().Be(TimeSpan.FromMilliseconds(51));
        api.Sandbox.RateLimits.Reads.AcceptedCount.Should().Be(1);
        api.Sandbox.Requests.Should().ContainSingle().Which.ReceivedAt.Should().Be(sentAt.AddMilliseconds(50));
        response.IsCompleted.Should().BeFalse();

        _clock.Advance(TimeSpan.FromMilliseconds(51));
        (await response).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Latency_OfARange_IsDrawnFromTheSeed()
    {
        var latency = new SandboxLatency(TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(100));

        var first = await DrawAsync(latency, seed: 1);

        (await DrawAsync(latency, seed: 1)).Should().Equal(first);
        (await DrawAsync(latency, seed: 2)).Should().NotEqual(first);
        first.Should().OnlyContain(wait => wait >= latency.Min - TimeSpan.FromMilliseconds(1) && wait <= latency.Max);
        first.Distinct().Should().HaveCountGreaterThan(10);
    }

    [Fact]
    public async Task Latency_OfARejection_IsThatOfAnyResponse()
    {
        await using var api = await StartAsync(new(TimeSpan.FromMilliseconds(20)));
        api.Sandbox.Faults.HitNext(SandboxFault.Status(503));

        var response = api.GetAsync("statuses");
        for (var half = 0; half < 2; half++)
            _clock.Advance(await _clock.NextWaitAsync());

        (await response).ShouldBeError(503, "SERVICE_UNAVAILABLE");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task DisposeAsync_DuringALatency_CutsTheRequestOff(int halves)
    {
        var api = await StartAsync(new(TimeSpan.FromMilliseconds(20)));
        var response = api.GetAsync("statuses");
        var wait = await _clock.NextWaitAsync();
        for (var half = 0; half < halves; half++)
        {
            _clock.Advance(wait);
            wait = await _clock.NextWaitAsync();
        }

        await api.Sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

        await response.Awaiting(task => task).Should().ThrowAsync<HttpRequestException>();
        api.Http.Dispose();
    }

    private async Task<List<TimeSpan>> DrawAsync(SandboxLatency latency, int seed)
    {
        await using var api = await StartAsync(latency, seed);
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 20; i++)
        {
            var response = api.GetAsync("statuses");
            var there = await _clock.NextWaitAsync();
            _clock.Advance(there);
            var back = await _clock.NextWaitAsync();
            _clock.Advance(back);
            (await response).Status.Should().Be(HttpStatusCode.OK);
            waits.Add(there + back);
        }

        return waits;
    }

    private Task<TestApi> StartAsync(SandboxLatency latency, int seed = 1) =>
        TestApi.StartAsync(new() { ProspectCount = 0, Latency = latency, Seed = seed, TimeProvider = _clock, RateLimits = SandboxRateLimits.V1 });
}
