using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using InboxSdk.Benchmarks.Calls;

namespace InboxSdk.Benchmarks;

/// <summary>Measures everything in docs/performance.md and updates it: the tables between its markers, and the picture.</summary>
internal static class Report
{
    private const string Begin = "<!-- figures -->";
    private const string End = "<!-- end of figures -->";

    public static async Task RunAsync(IConfig config)
    {
        var root = Repository.Root;
        var page = Path.Combine(root, "docs", "performance.md");
        var calls = Rows(BenchmarkRunner.Run<OneCallBenchmarks>(config));
        var pages = Rows(BenchmarkRunner.Run<PageBenchmarks>(config));
        var pipeline = Rows(BenchmarkRunner.Run<PipelineBenchmarks>(config));
        var enumeration = await EnumerationRun.RunAsync();
        var prefetch = await PrefetchRun.RunAsync();
        var start = await StartRun.RunAsync(root);

        var text = new StringBuilder().AppendLine(Begin);
        text.AppendLine(CultureInfo.InvariantCulture, $"Measured on {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, {RuntimeInformation.FrameworkDescription}.").AppendLine();
        Table(text, "One call", calls);
        Table(text, "A page of 50 threads", pages);
        var (bare, whole) = (pipeline[0], pipeline[1]);
        text.AppendLine("| what | goal | measured |").AppendLine("|---|---|---|");
        Line(text, "overhead of rate limiter, retry, deadline, token and buffering on a successful call", "≤ 1 µs, ≤ 400 B", $"{whole.Microseconds - bare.Microseconds:F2} µs, {whole.Bytes - bare.Bytes:F0} B");
        Line(text, "enumerating 100,000 threads with the facade, relative to a hand-written loop", "≥ 0.95 times the speed", $"{enumeration.Speed:F2}");
        Line(text, "live memory while enumerating 10,000, 100,000 and 1,000,000 threads", "constant", string.Join(", ", enumeration.LiveKiB.Select(live => $"{live:N0} KiB")));
        Line(text, "`Prefetch`, 50 ms per page and 50 ms of work on it", "≥ 1.9 times", $"{prefetch.Times:F2} times");
        Line(text, "requests wasted when the loop is left", "≤ 1", $"{prefetch.Requests - 1}");
        Line(text, "size of a native program that registers the client and makes a call", "≤ 8 MB", $"{start.Megabytes:F1} MB");
        Line(text, "its time from start to the first response", "≤ 60 ms", $"{start.Native:F0} ms");
        Line(text, "the same with the JIT", "", $"{start.Jit:F0} ms; a client of `IHttpClientFactory` {start.Factory:F0} ms, `HttpClient` alone {start.Bare:F0} ms");
        text.Append(End);

        var before = await File.ReadAllTextAsync(page);
        var after = before[..before.IndexOf(Begin, StringComparison.Ordinal)] + text + before[(before.IndexOf(End, StringComparison.Ordinal) + End.Length)..];
        await File.WriteAllTextAsync(page, after);
        await File.WriteAllTextAsync(Path.Combine(root, "docs", "performance.svg"), Picture.Draw([("One call", calls), ("A page of 50 threads", pages)]));
        Console.WriteLine(text);
    }

    private static List<Row> Rows(Summary summary) =>
    [
        .. summary.Reports.Select(report => new Row(
            report.BenchmarkCase.Parameters.Items is [var api, ..] ? $"{api.Value}".ToLowerInvariant() : "",
            report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''),
            // The median, because other load of the machine makes some measurements far too long.
            report.ResultStatistics!.Median / 1000,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0)),
    ];

    private static void Table(StringBuilder text, string title, List<Row> rows)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"| {title} | | time | ratio | memory | ratio |").AppendLine("|---|---|---|---|---|---|");
        foreach (var group in rows.GroupBy(row => row.Api))
        {
            var baseline = group.First();
            foreach (var row in group)
            {
                text.AppendLine(CultureInfo.InvariantCulture,
                    $"| {group.Key} | {row.Name} | {row.Microseconds:F1} µs | {row.Microseconds / baseline.Microseconds:F2} | {row.Bytes / 1024.0:F1} KB | {row.Bytes / (double)baseline.Bytes:F2} |");
            }
        }

        text.AppendLine();
    }

    private static void Line(StringBuilder text, string what, string goal, FormattableString measured) => Line(text, what, goal, FormattableString.Invariant(measured));

    private static void Line(StringBuilder text, string what, string goal, string measured) => text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {goal} | {measured} |");
}

/// <summary>Represents the measurement of a call with one client.</summary>
internal sealed record Row(string Api, string Name, double Microseconds, long Bytes);
