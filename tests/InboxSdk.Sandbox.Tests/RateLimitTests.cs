using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests;

public sealed class RateLimitTests
{
    // Half a second past, so that rounding shows.
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(1_767_225_600_500));

    [Fact]
    public async Task Off_ManyRequests_ReportALimitThatIsFarAway()
    {
        await using var api = await StartAsync(SandboxRateLimits.Off);

        for (var i = 0; i < 150; i++)
        {
            ShouldTell(await api.GetAsync("statuses"), limit: 1_000_000, remaining: 999_999);
            ShouldTell(await api.GetAsync("/api/v2/nothing"), limit: 1_000_000, remaining: 999_999, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task WindowOfFiveSeconds_Headers_TellWhenItEnds()
    {
        await using var api = await StartAsync(new() { Windows = [new(20, TimeSpan.FromSeconds(5))] });
        for (var i = 0; i < 20; i++)
            (await api.GetAsync("statuses")).Header("X-RateLimit-Reset").Should().Be("1767225606", "1767225600.5 + 5, rounded up");

        var refused = await api.GetAsync("/api/v2/statuses");

        refused.Status.Should().Be(HttpStatusCode.TooManyRequests);
        (refused.Header("Retry-After"), refused.Header("X-RateLimit-Limit"), refused.Header("X-RateLimit-Remaining")).Should().Be(("5", "20", "0"));
        refused.Json.GetProperty("details").GetProperty("resetAt").GetDateTimeOffset().Should().Be(_clock.GetUtcNow().AddSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(5));
        (await api.GetAsync("statuses")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Documented_ReadsAndWrites_AreCountedApart()
    {
        await using var api = await StartAsync(SandboxRateLimits.V1);

        for (var i = 1; i <= 100; i++)
            ShouldTell(await api.GetAsync("statuses"), limit: 100, remaining: 100 - i);
        for (var i = 1; i <= 30; i++)
            ShouldTell(await api.PatchAsync("tags/tag_partner", "{}"), limit: 30, remaining: 30 - i);

        (await api.GetAsync("statuses")).ShouldBeError(429, "RATE_LIMITED");
        (await api.PostAsync("tags", "{}")).ShouldBeError(429, "RATE_LIMITED");
        (await api.DeleteAsync("tags/tag_partner")).ShouldBeError(429, "RATE_LIMITED");
        api.State.FindTag("tag_partner").Should().NotBeNull();
    }

    [Fact]
    public async Task OverTheLimit_TellsWhenToRetryInWholeSecondsRoundedUp()
    {
        await using var api = await StartAsync(new() { Reads = 1 });
        await api.GetAsync("statuses");
        _clock.Advance(TimeSpan.FromMilliseconds(9_999));

        var refused = await api.GetAsync("statuses");

        refused.ShouldBeError(429, "RATE_LIMITED").Should().Contain("51 s");
        refused.Header("Retry-After").Should().Be("51");
        refused.Header("X-RateLimit-Limit").Should().Be("1");
        refused.Header("X-RateLimit-Remaining").Should().Be("0");
        // 1767225600.5 + 60, rounded up.
        refused.Header("X-RateLimit-Reset").Should().Be("1767225661");
    }

    [Fact]
    public async Task SlidingWindow_ARequestIsSixtySecondsOld_GivesItsPermitBackAndNoOther()
    {
        await using var api = await StartAsync(new() { Reads = 2 });
        await api.GetAsync("statuses");
        _clock.Advance(TimeSpan.FromSeconds(59));
        await api.GetAsync("statuses");

        _clock.Advance(TimeSpan.FromMilliseconds(999));
        (await api.GetAsync("statuses")).Header("Retry-After").Should().Be("1");
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await api.GetAsync("statuses")).Status.Should().Be(HttpStatusCode.OK);
        (await api.GetAsync("statuses")).Header("Retry-After").Should().Be("59");
    }

    [Fact]
    public async Task Refused_Requests_DoNotCount()
    {
        await using var api = await StartAsync(new() { Reads = 1 });
        await api.GetAsync("statuses");
        _clock.Advance(TimeSpan.FromSeconds(30));
        await api.GetAsync("statuses");

        _clock.Advance(TimeSpan.FromSeconds(30));

        (await api.GetAsync("statuses")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task CustomWindow_IsItsOwnLength()
    {
        await using var api = await StartAsync(new() { Writes = 1, Window = TimeSpan.FromSeconds(2) });
        await api.DeleteAsync("tags/nope");
        (await api.DeleteAsync("tags/nope")).Header("Retry-After").Should().Be("2");

        _clock.Advance(TimeSpan.FromSeconds(2));

        (await api.DeleteAsync("tags/nope")).ShouldBeError(404, "TAG_NOT_FOUND");
        (await api.GetAsync("tags")).Header("X-RateLimit-Limit").Should().Be("1000000", "reads have no limit here");
    }

    [Fact]
    public async Task ErrorResponses_AreCountedAndHaveTheLimit()
    {
        await using var api = await StartAsync(new() { Reads = 10 });

        ShouldTell(await api.GetAsync("nothing"), limit: 10, remaining: 9, HttpStatusCode.NotFound);
        ShouldTell(await api.GetAsync("threads?limit=0"), limit: 10, remaining: 8, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Unauthorized_Requests_DoNotCount()
    {
        await using var api = await StartAsync(new() { Reads = 1 });
        using var stranger = new HttpClient();
        for (var i = 0; i < 3; i++)
            (await stranger.GetAsync(api.Sandbox.V1BaseAddress + "/tags")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

        (await api.GetAsync("tags")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ManyAtOnce_ExactlyTheLimitGetsThrough()
    {
        await using var api = await StartAsync(new() { Reads = 20 });

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => api.GetAsync("statuses")));

        responses.Count(response => response.Status == HttpStatusCode.OK).Should().Be(20);
        responses.Count(response => response.Status == HttpStatusCode.TooManyRequests).Should().Be(30);
    }

    private Task<TestApi> StartAsync(SandboxRateLimits limits) =>
        TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 0, RateLimits = limits, TimeProvider = _clock });

    private static void ShouldTell(ApiResponse response, int limit, int remaining, HttpStatusCode status = HttpStatusCode.OK)
    {
        response.Status.Should().Be(status);
        (response.Header("X-RateLimit-Limit"), response.Header("X-RateLimit-Remaining")).Should().Be(($"{limit}", $"{remaining}"));
        response.Header("X-RateLimit-Reset").Should().Be("1767225661");
    }
}
