using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests;

public sealed class ClockSkewTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero));

    [Theory]
    [InlineData(-3_600)]
    [InlineData(0)]
    [InlineData(90)]
    public async Task ClockSkew_OfTheServer_MovesItsMomentsAndNoDuration(int seconds)
    {
        var skew = TimeSpan.FromSeconds(seconds);
        await using var api = await TestApi.StartAsync(new() { TimeProvider = _clock, ClockSkew = skew, RateLimits = new() { Writes = 1 } });

        var updated = await api.PatchAsync("threads/thread_abc123", """{"done":true}""");
        _clock.Advance(TimeSpan.FromSeconds(10));
        var refused = await api.PatchAsync("threads/thread_abc123", """{"done":false}""");

        refused.Headers.Date.Should().Be(_clock.GetUtcNow() + skew);
        refused.Header("Retry-After").Should().Be("50");
        refused.Header("X-RateLimit-Reset").Should().Be((_clock.GetUtcNow() + skew).AddSeconds(50).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        updated.Json.GetProperty("thread").GetProperty("updatedAt").GetDateTimeOffset().Should().Be(_clock.GetUtcNow() + skew - TimeSpan.FromSeconds(10));
        api.Sandbox.Requests.Last().ReceivedAt.Should().Be(_clock.GetUtcNow() + skew);
        _clock.Advance(TimeSpan.FromSeconds(50));
        (await api.PatchAsync("threads/thread_abc123", "{}")).Status.Should().Be(HttpStatusCode.OK);
    }
}
