using System.Runtime.CompilerServices;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Bulk;

/// <summary>Creates inputs and reads results.</summary>
internal static class BulkInput
{
    public static ProspectContextChange Change(string prospectId, string notes = "Asked for a demo") => new(prospectId, new() { Notes = notes });

    /// <summary>Creates changes of different prospects; each has its index as notes.</summary>
    public static List<ProspectContextChange> Changes(int count) => [.. Enumerable.Range(0, count).Select(index => Change($"prospect_{index}", $"{index}"))];

    /// <summary>Counts how many of a sequence's items were taken.</summary>
    public static IEnumerable<T> Counted<T>(this IEnumerable<T> items, StrongBox<int> taken)
    {
        foreach (var item in items)
        {
            Interlocked.Increment(ref taken.Value);
            yield return item;
        }
    }

    public static async IAsyncEnumerable<T> Async<T>(this IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    /// <summary>Reads all results in the order of the input.</summary>
    public static async Task<List<BulkUpdateResult>> InOrderAsync(this IAsyncEnumerable<BulkUpdateResult> results)
    {
        var list = new List<BulkUpdateResult>();
        await foreach (var result in results.WithCancellation(CancellationToken.None))
            list.Add(result);
        return [.. list.OrderBy(result => result.Index)];
    }

    /// <summary>Reads results into a list until the enumeration ends or throws.</summary>
    public static async Task<Exception?> IntoAsync(
        this IAsyncEnumerable<BulkUpdateResult> results, List<BulkUpdateResult> list, CancellationToken cancellationToken = default) => await Record.ExceptionAsync(async () =>
        {
            await foreach (var result in results.WithCancellation(cancellationToken))
                list.Add(result);
        });

    public static Task<T> InTimeAsync<T>(this Task<T> task) => task.WaitAsync(TestTimeout.Token());

    public static Task InTimeAsync(this Task task) => task.WaitAsync(TestTimeout.Token());
}
