using System.Diagnostics;
using System.Globalization;
using InboxSdk.Sandbox;

namespace InboxSdk.Benchmarks;

/// <summary>Enumerates pages that take 50 ms to request and 50 ms to process, sequentially and with prefetching.</summary>
internal static class PrefetchRun
{
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(50);

    /// <returns>The speedup with prefetching, and the number of requests if the enumeration ends after the first page.</returns>
    public static async Task<(double Times, int Requests)> RunAsync()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 2_000, Latency = new(Work, Work) });
        using var inbox = sandbox.CreateClient(options => (options.ApiVersion, options.RateLimit.IsEnabled) = (InboxApiVersion.V2, false));
        var list = inbox.V2.Threads.ListAsync(new() { Folder = V2.ThreadFolder.All, PageSize = 20 });
        await EnumerateAsync(list);

        var sequential = await EnumerateAsync(list);
        var ahead = await EnumerateAsync(list.Prefetch());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{sequential.Pages} pages: {sequential.Elapsed.TotalMilliseconds:N0} ms sequentially, {ahead.Elapsed.TotalMilliseconds:N0} ms with prefetching: {sequential.Elapsed / ahead.Elapsed:N2} times"));

        sandbox.Requests.Clear();
        await foreach (var page in list.Prefetch().AsPages())
            break;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"left after the first page: {sandbox.Requests.Count} requests"));
        return (sequential.Elapsed / ahead.Elapsed, sandbox.Requests.Count);
    }

    private static async Task<(int Pages, TimeSpan Elapsed)> EnumerateAsync<T>(InboxPageable<T> list)
    {
        var pages = 0;
        var started = Stopwatch.GetTimestamp();
        await foreach (var page in list.AsPages())
        {
            pages++;
            await Task.Delay(Work);
        }

        return (pages, Stopwatch.GetElapsedTime(started));
    }
}
