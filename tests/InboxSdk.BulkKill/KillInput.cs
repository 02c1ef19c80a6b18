using System.Globalization;

namespace InboxSdk.BulkKill;

/// <summary>The changes of the kill test: each names its index, and every third is for a prospect that an earlier one was for.</summary>
internal static class KillInput
{
    public const int Changes = 300;

    public static IEnumerable<ProspectContextChange> All() =>
        Enumerable.Range(0, Changes).Select(index => new ProspectContextChange(
            ProspectOf(index), new() { Notes = "change " + index.ToString(CultureInfo.InvariantCulture), Valuation = index, IsDone = index % 2 == 0 }));

    // Two steps back for every third: so that the earlier change is often still under way.
    public static string ProspectOf(int index) => $"bulk{(index % 3 == 2 ? index - 2 : index)}";
}
