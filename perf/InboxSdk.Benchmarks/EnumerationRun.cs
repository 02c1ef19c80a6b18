using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using InboxSdk.Benchmarks.Calls;

namespace InboxSdk.Benchmarks;

/// <summary>Enumerates the facade's list of threads on v2, 50 per page, compared with a hand-written loop, and measures the memory.</summary>
internal static class EnumerationRun
{
    private const int PageSize = 50;

    /// <returns>Its speed as a share of the loop's, and the live memory over the start at 10,000, 100,000 and 1,000,000 threads, in KiB.</returns>
    public static async Task<(double Speed, double[] LiveKiB)> RunAsync()
    {
        var (server, address) = CallServer.Start($"/{100_000 / PageSize}/api/v2");
        using var stopped = server;
        var speeds = new List<double>();
        for (var round = 0; round < 7; round++)
        {
            // Alternating, so that other load affects both.
            var hand = await TimeAsync(() => ByHandAsync(address));
            var ours = await TimeAsync(() => ByInboxSdkAsync(address, _ => { }));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"100,000 threads: {hand.TotalSeconds:F2} s hand-written, {ours.TotalSeconds:F2} s with InboxSdk"));
            if (round > 1)
                speeds.Add(hand / ours);
        }

        var live = new List<double>();
        foreach (var count in new[] { 10_000, 100_000, 1_000_000 })
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var most = 0L;
            await ByInboxSdkAsync(new Uri(address, $"/{count / PageSize}/api/v2"), threads =>
            {
                if (threads % (count / 10) == 0)
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            });
            live.Add((most - before) / 1024.0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} threads: {live[^1]:F0} KiB live over the start"));
        }

        server.Kill();
        speeds.Sort();
        return (speeds[speeds.Count / 2], [.. live]);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> enumerate)
    {
        var started = Stopwatch.GetTimestamp();
        await enumerate();
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task ByHandAsync(Uri address)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        string? cursor = null;
        do
        {
            var query = $"folder=all&expand=profile&expand=contact&limit={PageSize}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}";
            var page = (await http.GetFromJsonAsync(new Uri($"{address}/threads?{query}"), PlainV2JsonContext.Default.PlainV2ThreadsResponse, CancellationToken.None))!;
            foreach (var thread in page.Data)
                GC.KeepAlive(thread);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    private static async Task ByInboxSdkAsync(Uri address, Action<int> watch)
    {
        using var inbox = InboxClient.Create(new() { Token = "token", BaseAddress = address, RateLimit = { Requests = [new() { Limit = 1_000_000, Length = TimeSpan.FromSeconds(1) }] } });
        var count = 0;
        await foreach (var thread in inbox.Threads.ListAsync(new() { PageSize = PageSize }))
            watch(++count);
    }
}
