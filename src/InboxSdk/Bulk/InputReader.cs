using InboxSdk.Paging;

namespace InboxSdk.Bulk;

/// <summary>Reads the input change by change, and determines what to do with each. Used by a single task.</summary>
internal sealed class InputReader(IAsyncEnumerable<ProspectContextChange> changes, RunJournal journal, BulkUpdateOptions options, CancellationToken stop) : IAsyncDisposable
{
    private static readonly ProspectContextChange Nothing = new("", new());

    private readonly ApplicationInput<ProspectContextChange> _changes = new(changes, stop);
    private readonly ChangeDigester _digester = new();
    private readonly RecentProspects _recent = new();
    private readonly ChangedProspects? _changed = options.SkipUnchanged ? new() : null;
    private long _count;

    /// <returns>The next change; null at the end of the input.</returns>
    public async ValueTask<BulkItem?> ReadAsync()
    {
        if (!await _changes.MoveNextAsync().ConfigureAwait(false))
        {
            journal.EndOfInput(_count);
            return null;
        }

        var change = _changes.Current ?? Nothing;
        var digest = _digester.Of(change.ProspectId ?? "", change.Update ?? Nothing.Update);
        var index = _count++;
        var (earlier, isOvertaken) = await journal.ReadAsync(index, digest).ConfigureAwait(false);
        // What was read about a prospect does not describe it after an earlier change.
        var isFirst = _changed?.Add(digest.Prospect) == true;
        return new(index, change)
        {
            Known = isFirst && change.Prospect is { PlatformId.Length: > 0 } ? change.Prospect : null,
            Earlier = earlier,
            IsOvertaken = isOvertaken,
            IsDuplicate = !string.IsNullOrEmpty(change.ProspectId) && _recent.Add(digest.Prospect),
        };
    }

    public ValueTask DisposeAsync() => _changes.DisposeAsync();
}
