using InboxSdk.Sandbox.Seeding;
using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.Latency;

/// <summary>The way to the server and back, outermost: what the server stamps, counts and logs lies in the middle of the exchange.</summary>
internal sealed class LatencySimulation(SandboxLatency latency, int seed, TimeProvider clock, RequestDelegate next)
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

        // Whole milliseconds, which is what Task.Delay counts in.
        var there = TimeSpan.FromMilliseconds(Math.Floor(way.TotalMilliseconds / 2));
        // Runs just before the first byte of the answer leaves; an answer that never comes is not waited for.
        http.Response.OnStarting(() => Task.Delay(way - there, clock, http.RequestAborted));
        await Task.Delay(there, clock, http.RequestAborted).ConfigureAwait(false);
        await next(http).ConfigureAwait(false);
    }

    private TimeSpan Draw()
    {
        // Negative numbers, so that these draws are not those of the invented data.
        var random = new SeededRandom(seed, -Interlocked.Increment(ref _count));
        return latency.Min + TimeSpan.FromTicks(random.Below((latency.Max - latency.Min).Ticks + 1));
    }
}
