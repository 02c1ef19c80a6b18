using System.Diagnostics;
using System.Globalization;

namespace InboxSdk.Benchmarks;

/// <summary>Measures an export as a workbook: its time relative to CSV, its allocations, and the memory of a process that exports up to a million rows.</summary>
internal static class WorkbookRun
{
    /// <summary>The command of the process that exports.</summary>
    public const string Verb = "workbook-of";

    private const int Rows = 100_000;

    public static async Task RunAsync()
    {
        Console.WriteLine($"{Rows:N0} prospects from memory, to a stream that drops it all");
        for (var round = 0; round < 8; round++)
        {
            var reading = await MeasureAsync(ReadAsync);
            var csv = await MeasureAsync(() => new ProspectCsvExporter().ExportAsync(ExportRun.InboxPageable(Rows, _ => { }), Stream.Null));
            var lines = await MeasureAsync(() => new ProspectJsonLinesExporter().ExportAsync(ExportRun.InboxPageable(Rows, _ => { }), Stream.Null));
            var workbook = await MeasureAsync(() => new ProspectXlsxExporter().ExportAsync(ExportRun.InboxPageable(Rows, _ => { }), Stream.Null));
            Console.WriteLine(
                $"  CSV {csv.Time.TotalMilliseconds:F0} ms, JSON Lines {lines.Time.TotalMilliseconds:F0} ms, workbook {workbook.Time.TotalMilliseconds:F0} ms: {workbook.Time / csv.Time:F2} times CSV; "
                + $"allocated over reading: CSV {(csv.Bytes - reading.Bytes) / 1e6:F1} MB, JSON Lines {(lines.Bytes - reading.Bytes) / 1e6:F1} MB, workbook {(workbook.Bytes - reading.Bytes) / 1e6:F1} MB");
        }

        Console.WriteLine("A process that exports a workbook to a file");
        foreach (var count in new[] { 100_000, 300_000, 1_000_000 })
        {
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), Verb, count.ToString(CultureInfo.InvariantCulture)]) { UseShellExecute = false })!;
            await process.WaitForExitAsync();
        }
    }

    public static async Task ExportAsync(int count)
    {
        var path = Path.GetTempFileName();
        await new ProspectXlsxExporter().ExportAsync(ExportRun.InboxPageable(count, _ => { }), path);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"  {count,9:N0} rows: peak working set {process.PeakWorkingSet64 / 1e6:F0} MB, file {new FileInfo(path).Length / 1e6:F1} MB");
        File.Delete(path);
    }

    private static async Task ReadAsync()
    {
        await foreach (var _ in ExportRun.InboxPageable(Rows, _ => { }))
        {
        }
    }

    private static async Task<(TimeSpan Time, long Bytes)> MeasureAsync(Func<Task> action)
    {
        // The time of the processor, which other programs on the machine hardly change.
        var (bytes, started) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        await action();
        return (Environment.CpuUsage.TotalTime - started, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    // With `dotnet`, the program is its first argument.
    private static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
