using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests;

/// <summary>Compares random requests, from fixed seeds, with the definition of each algorithm: exactly the requests it allows are accepted.</summary>
public sealed class RateDefinitionTests
{
    private static readonly SandboxRateLimits Limits = new()
    {
        Reads = 7,
        Writes = 3,
        Window = TimeSpan.FromSeconds(10),
        Windows = [new(11, TimeSpan.FromSeconds(20)), new(40, TimeSpan.FromSeconds(150))],
    };

    private static readonly SandboxRateWindow[] All =
        [new(7, TimeSpan.FromSeconds(10), SandboxRateScope.Reads), new(3, TimeSpan.FromSeconds(10), SandboxRateScope.Writes), .. Limits.Windows];

    public static TheoryData<SandboxRateAlgorithm, int> Runs()
    {
        var runs = new TheoryData<SandboxRateAlgorithm, int>();
        foreach (var algorithm in Enum.GetValues<SandboxRateAlgorithm>())
            foreach (var seed in new[] { 1, 2, 3, 4 })
                runs.Add(algorithm, seed);
        return runs;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Requests_AtRandomTimes_AreAcceptedExactlyWhenTheDefinitionAllows(SandboxRateAlgorithm algorithm, int seed)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1_767_225_600_123));
        await using var api = await TestApi.StartAsync(new() { ProspectCount = 0, RateLimits = Limits with { Algorithm = algorithm }, TimeProvider = clock });
        var random = new Random(seed);
        var (accepted, refused) = (new List<(DateTimeOffset At, bool IsRead)>(), 0);

        for (var step = 0; step < 250; step++)
        {
            // Often a burst, sometimes a pause as long as a window.
            if (random.Next(3) == 0)
                clock.Advance(TimeSpan.FromTicks(random.NextInt64(TimeSpan.TicksPerSecond * (random.Next(10) == 0 ? 20 : 2))));
            var isRead = random.Next(3) > 0;
            if (random.Next(12) == 0)
                UseUp(isRead);
            var response = await SendAsync(isRead);
            if (response.Status != HttpStatusCode.TooManyRequests)
                continue;

            // A second before the time is up it is still rejected; then it is accepted.
            clock.Advance(TimeSpan.FromSeconds(int.Parse(response.Header("Retry-After"), CultureInfo.InvariantCulture) - 1));
            (await SendAsync(isRead)).Status.Should().Be(HttpStatusCode.TooManyRequests);
            clock.Advance(TimeSpan.FromSeconds(1));
            (await SendAsync(isRead)).Status.Should().NotBe(HttpStatusCode.TooManyRequests);
        }

        accepted.Should().HaveCountGreaterThan(150);
        refused.Should().BeGreaterThan(40);

        async Task<ApiResponse> SendAsync(bool isRead)
        {
            var left = Left(isRead);
            var response = isRead ? await api.GetAsync("statuses") : await api.DeleteAsync("tags/nope");
            (response.Status != HttpStatusCode.TooManyRequests).Should().Be(left > 0, "{0} were left", left);
            response.Header("X-RateLimit-Remaining").Should().Be($"{Math.Max(0, left - 1)}");
            if (left > 0)
                accepted.Add((clock.GetUtcNow(), isRead));
            else
                refused++;
            return response;
        }

        void UseUp(bool isRead)
        {
            var count = Math.Min(2, Left(isRead));
            (isRead ? api.Sandbox.RateLimits.Reads : api.Sandbox.RateLimits.Writes).Exhaust(2).Should().Be(count);
            accepted.AddRange(Enumerable.Repeat((clock.GetUtcNow(), isRead), count));
        }

        int Left(bool isRead) => All.Where(window => Counts(window, isRead)).Min(window =>
            Allowed(algorithm, window, [.. accepted.Where(each => Counts(window, each.IsRead)).Select(each => each.At)], clock.GetUtcNow()));
    }

    private static bool Counts(SandboxRateWindow window, bool isRead) => window.Scope switch
    {
        SandboxRateScope.Reads => isRead,
        SandboxRateScope.Writes => !isRead,
        _ => true,
    };

    /// <summary>Returns how many more requests a definition allows at a time, after the earlier ones.</summary>
    private static int Allowed(SandboxRateAlgorithm algorithm, SandboxRateWindow window, DateTimeOffset[] before, DateTimeOffset now)
    {
        switch (algorithm)
        {
            case SandboxRateAlgorithm.Sliding:
                return window.Limit - before.Count(at => at > now - window.Length);
            case SandboxRateAlgorithm.Fixed:
                return window.Limit - before.Count(at => Number(at) == Number(now));
            default:
                // From any request on, no more than the burst and the permits restored since: n * length <= limit * length + elapsed * limit.
                return before.Select((at, index) => (int)(window.Limit + ((now - at).Ticks * window.Limit / window.Length.Ticks) - (before.Length - index)))
                    .Append(window.Limit).Min();
        }

        long Number(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / window.Length.Ticks;
    }
}
