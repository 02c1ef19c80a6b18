using System.Globalization;
using InboxSdk.Sandbox;

namespace InboxSdk.Kill.Bulk;

/// <summary>The changes of the kill test: each names its index, and every third is for a prospect that an earlier one was for.</summary>
internal static class BulkInput
{
    public const int Changes = 300;

    public static IEnumerable<ProspectContextChange> All() =>
        Enumerable.Range(0, Changes).Select(index => new ProspectContextChange(
            ProspectOf(index), new() { Notes = "change " + index.ToString(CultureInfo.InvariantCulture), Valuation = index, IsDone = index % 2 == 0 }));

    // Two steps back for every third: so that the earlier change is often still under way.
    public static string ProspectOf(int index) => $"bulk{(index % 3 == 2 ? index - 2 : index)}";

    /// <summary>Adds the prospects of the changes, each with a thread.</summary>
    public static void AddTo(InboxSandbox sandbox)
    {
        for (var i = 0; i < Changes; i++)
        {
            sandbox.State.AddProspect(new() { Id = $"bulk{i}", PlatformId = i.ToString(CultureInfo.InvariantCulture), Username = $"user{i}" });
            sandbox.State.AddThread(new() { Id = $"thread{i}", ProspectId = $"bulk{i}", AccountLinkId = sandbox.State.AccountLinks[0].Id, LastMessageAt = DateTimeOffset.UnixEpoch });
        }
    }
}
