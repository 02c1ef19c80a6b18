using System.Diagnostics;
using System.Globalization;

namespace InboxSdk.Kill.Bulk;

/// <summary>Measures what a run holds: live memory after a full collection, sampled while it runs.</summary>
internal static class MemoryRun
{
    private const int Samples = 40;

    public static async Task RunAsync(int count, string? checkpoint)
    {
        var updater = new BulkContextUpdater(new MemoryProspects(), new() { Checkpoint = checkpoint is null ? null : new FileBulkCheckpoint(checkpoint) });
        // Once, small: what the runtime makes at first use is not the run's.
        await new BulkContextUpdater(new MemoryProspects()).UpdateAllAsync(Changes(1_000));

        var process = Process.GetCurrentProcess();
        var idle = Live();
        process.Refresh();
        var idleSet = process.WorkingSet64;
        var (peak, peakSet) = (0L, 0L);
        var (seen, every) = (0L, Math.Max(1, count / Samples));
        var clock = Stopwatch.StartNew();
        long done = 0;
        await foreach (var result in updater.UpdateAsync(Changes(count)))
        {
            done += result.IsSuccess ? 1 : 0;
            if (++seen % every != 0)
                continue;
            peak = Math.Max(peak, Live());
            process.Refresh();
            peakSet = Math.Max(peakSet, process.WorkingSet64);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count,9:N0} changes, {done:N0} done in {clock.Elapsed.TotalSeconds:0.0} s: live memory at its peak {Mib(peak - idle):0.00} MiB over idle ({Mib(idle):0.00} MiB), "
            + $"working set {Mib(peakSet - idleSet):0.0} MiB over idle ({Mib(idleSet):0.0} MiB)"));
    }

    private static IEnumerable<ProspectContextChange> Changes(int count)
    {
        for (var i = 0; i < count; i++)
            yield return new($"prospect_{i}", new() { Notes = $"Call number {i}", Valuation = i, TagIds = ["tag_enterprise"], StatusId = "status_qualified" });
    }

    private static double Mib(long bytes) => bytes / 1024.0 / 1024.0;

    private static long Live() => GC.GetTotalMemory(forceFullCollection: true);
}
