using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using InboxSdk.Benchmarks.Calls;
using InboxSdk.Sandbox;

namespace InboxSdk.Benchmarks;

/// <summary>Measures the cost of an export per row, compared with a loop that only reads the pages, in one run of a million rows.</summary>
internal static class ExportRun
{
    private const int PageSize = 100;

    public static async Task RunAsync()
    {
        Console.WriteLine("1,000,000 prospects from memory, guarded against formulas, to a stream that drops it all");
        foreach (var count in new[] { 10_000, 1_000_000, 1_000_000, 1_000_000 })
        {
            var exporter = new ProspectCsvExporter();
            var live = GC.GetTotalMemory(forceFullCollection: true);
            var (most, started) = (0L, Stopwatch.GetTimestamp());
            await exporter.ExportAsync(InboxPageable(count, rows => most = rows % 100_000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : most), Stream.Null);
            var withMemory = Stopwatch.GetElapsedTime(started);
            started = Stopwatch.GetTimestamp();
            await exporter.ExportAsync(InboxPageable(count, _ => { }), Stream.Null);
            Console.WriteLine($"  {count,9:N0} rows: {Stopwatch.GetElapsedTime(started).TotalNanoseconds / count:F0} ns a row, {(most - live) / 1024.0:F0} KiB live over the start ({withMemory.TotalSeconds:F1} s with the memory watched)");
        }

        Console.WriteLine("100,000 prospects by HTTP from a sandbox in this process");
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 100_000, RequestLogCapacity = 0 });
        for (var round = 0; round < 4; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var threads = await ReadPagesAsync(sandbox);
            var reading = Stopwatch.GetElapsedTime(started);
            using var inbox = sandbox.CreateClient(options => options.RateLimit.IsEnabled = false);
            started = Stopwatch.GetTimestamp();
            var result = await new ProspectCsvExporter().ExportAsync(inbox.Prospects.ListAsync(new() { PageSize = PageSize }), Stream.Null);
            var exporting = Stopwatch.GetElapsedTime(started);
            Console.WriteLine($"  a loop that reads the {threads:N0} threads {reading.TotalSeconds:F2} s, the export of {result.RowCount:N0} rows {exporting.TotalSeconds:F2} s: {reading / exporting:F2} of its speed");
        }
    }

    // The simplest loop: HttpClient and the pages that the export reads, as objects.
    private static async Task<int> ReadPagesAsync(InboxSandbox sandbox)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Token);
        var (count, cursor) = (0, "");
        while (true)
        {
            var page = (await http.GetFromJsonAsync(
                new Uri($"{sandbox.BaseAddress}/threads?folder=all&expand=profile&expand=contact&limit={PageSize}{cursor}"), PlainV2JsonContext.Default.PlainV2ThreadsResponse, CancellationToken.None))!;
            count += page.Data.Count;
            if (page.NextCursor is not { } next)
                return count;
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }
    }

    internal static async IAsyncEnumerable<Prospect> InboxPageable(int count, Action<long> watch)
    {
        Tag[] tags = [new() { Id = "t1", Name = "Hot Lead" }, new() { Id = "t2", Name = "Enterprise" }];
        var prospects = Enumerable.Range(0, 1000).Select(i => new Prospect
        {
            Id = $"prospect_{i:D6}",
            PlatformId = $"12345{i:D6}",
            Username = $"person{i}",
            Name = i % 20 == 0 ? "=HYPERLINK(\"x\")" : $"Person {i}, of Acme",
            FollowerCount = i * 977,
            IsVerified = i % 7 == 0,
            Tags = i % 3 == 0 ? tags : [],
            Status = i % 2 == 0 ? new() { Id = "s", Name = "Qualified" } : null,
            Notes = i % 4 == 0 ? "Asked for a demo, then for a price" : null,
        }).ToArray();
        for (var i = 0; i < count; i++)
        {
            watch(i);
            yield return prospects[i % prospects.Length];
        }

        await Task.CompletedTask;
    }
}
