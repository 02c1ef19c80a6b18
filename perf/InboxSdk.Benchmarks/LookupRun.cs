using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using InboxSdk.Sandbox;

namespace InboxSdk.Benchmarks;

/// <summary>Looks up people by X user id on v2, together and one by one, and measures the memory of a long input.</summary>
internal static class LookupRun
{
    private const int Count = 10_000;

    public static async Task RunAsync()
    {
        await using (var sandbox = await InboxSandbox.StartAsync(new() { Latency = new(TimeSpan.FromMilliseconds(20)) }))
        {
            using var inbox = sandbox.CreateClient(options => options.RateLimit.IsEnabled = false);
            var together = await TimeAsync(() => CountAsync(inbox, Count, _ => { }));
            var each = await TimeAsync(() => Parallel.ForEachAsync(Ids(Count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, token) => await inbox.Prospects.FindByPlatformIdAsync(id, cancellationToken: token)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count:N0} people, 20 ms latency, no limits: {together.TotalSeconds:F1} s together, {each.TotalSeconds:F1} s one by one, 8 in flight: {each / together:F0} times"));
        }

        foreach (var count in new[] { 10_000, 100_000, 1_000_000 })
        {
            using var inbox = InboxClient.Create(new() { Token = "token", RateLimit = { IsEnabled = false } }, new NoOne());
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var most = 0L;
            await CountAsync(inbox, count, number =>
            {
                if (number % (count / 10) == 0)
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} ids: {(most - before) / 1024.0:F0} KiB live over the start"));
        }
    }

    private static async Task CountAsync(InboxClient inbox, int count, Action<int> watch)
    {
        var number = 0;
        await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(Ids(count)))
            watch(++number);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(number => (1_000_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture));

    /// <summary>Represents a team without contacts.</summary>
    private sealed class NoOne : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"data":[],"nextCursor":null}""", Encoding.UTF8, "application/json"), RequestMessage = request });
    }
}
