using InboxSdk.Sandbox.Seeding;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Latency;

/// <summary>The outermost middleware, which simulates the network: the server timestamps, counts and logs in the middle of the exchange.</summary>
internal sealed class LatencySimulation(LatencySetting setting, int seed, TimeProvider clock, RequestDelegate next)
{
    private int _count;

    public async Task InvokeAsync(HttpContext http)
    {
        var way = Draw();
        if (way == TimeSpan.Zero)
        {
            await next(http).ConfigureAwait(false);
            return;
        }

        // Whole milliseconds, the resolution of Task.Delay.
        var there = TimeSpan.FromMilliseconds(Math.Floor(way.TotalMilliseconds / 2));
        // Runs just before the first byte of the response is sent, so a response that never comes is not delayed.
        http.Response.OnStarting(() => Task.Delay(way - there, clock, http.RequestAborted));
        await Task.Delay(there, clock, http.RequestAborted).ConfigureAwait(false);
        await next(http).ConfigureAwait(false);
    }

    private TimeSpan Draw()
    {
        // Negative numbers, so that these draws differ from those of the generated data.
        var latency = setting.Value;
        var random = new SeededRandom(seed, -Interlocked.Increment(ref _count));
        return latency.Min + TimeSpan.FromTicks(random.Below((latency.Max - latency.Min).Ticks + 1));
    }
}
