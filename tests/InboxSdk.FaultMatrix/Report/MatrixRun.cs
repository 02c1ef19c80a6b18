using System.Collections.Concurrent;
using InboxSdk.FaultMatrix.Judging;
using InboxSdk.FaultMatrix.Subjects;

namespace InboxSdk.FaultMatrix.Report;

/// <summary>Represents a bulk cell that was run.</summary>
internal sealed record BulkVerdict(BulkCell Cell, IReadOnlyList<Finding> Findings)
{
    public bool IsRight => Findings.Count == 0;
}

/// <summary>Runs cells in parallel.</summary>
internal static class MatrixRun
{
    public static Task<IReadOnlyList<Verdict>> OfSdkAsync(IEnumerable<Cell> cells) => OfAsync(new SdkSubject(), cells, 8 * Environment.ProcessorCount);

    /// <summary>Runs the cells of a rival. Most of them wait for time to pass.</summary>
    public static Task<IReadOnlyList<Verdict>> OfRivalAsync(ISubject rival, IEnumerable<Cell> cells) => OfAsync(rival, cells, 32 * Environment.ProcessorCount);

    public static Task<IReadOnlyList<BulkVerdict>> OfBulkAsync(IEnumerable<BulkCell> cells) =>
        RunAsync(cells, 4 * Environment.ProcessorCount, async cell => new BulkVerdict(cell, await cell.RunAsync()));

    private static Task<IReadOnlyList<Verdict>> OfAsync(ISubject subject, IEnumerable<Cell> cells, int parallel) => RunAsync(cells.Where(subject.Has), parallel, subject.RunAsync);

    private static async Task<IReadOnlyList<TVerdict>> RunAsync<TCell, TVerdict>(IEnumerable<TCell> cells, int parallel, Func<TCell, Task<TVerdict>> runAsync)
        where TCell : notnull
    {
        var verdicts = new ConcurrentDictionary<int, TVerdict>();
        await Parallel.ForEachAsync(
            cells.Select((cell, index) => (Cell: cell, Index: index)), new ParallelOptions { MaxDegreeOfParallelism = parallel },
            async (item, _) => verdicts[item.Index] = await runAsync(item.Cell));
        return [.. verdicts.OrderBy(verdict => verdict.Key).Select(verdict => verdict.Value)];
    }
}
