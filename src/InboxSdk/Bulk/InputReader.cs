namespace InboxSdk.Bulk;

/// <summary>Reads the input change by change, and determines what to do with each. Used by a single task.</summary>
internal sealed class InputReader(IAsyncEnumerable<ProspectContextChange> changes, RunJournal journal, BulkUpdateOptions options, CancellationToken stop) : IAsyncDisposable
{
    private static readonly ProspectContextChange Nothing = new("", new());

    private readonly IAsyncEnumerator<ProspectContextChange> _changes = changes.GetAsyncEnumerator(stop);
    private readonly ChangeDigester _digester = new();
    private readonly RecentProspects _recent = new();
    private readonly ChangedProspects? _changed = options.SkipUnchanged ? new() : null;
    private Task<bool>? _pending;
    private long _count;

    /// <returns>The next change; null at the end of the input.</returns>
    public async ValueTask<BulkItem?> ReadAsync()
    {
        if (!await MoveNextAsync().ConfigureAwait(false))
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

    public async ValueTask DisposeAsync()
    {
        if (_pending is { IsCompleted: false })
        {
            // An input that ignores its token cannot be disposed yet. It is disposed once it returns, if ever; the run does not wait for that.
            _ = DisposeLaterAsync(_pending, _changes);
            return;
        }

        await _changes.DisposeAsync().ConfigureAwait(false);
    }

    private ValueTask<bool> MoveNextAsync()
    {
        var next = _changes.MoveNextAsync();
        if (next.IsCompleted)
            return next;
        _pending = next.AsTask();
        return new(_pending.WaitAsync(stop));
    }

    private static async Task DisposeLaterAsync(Task pending, IAsyncEnumerator<ProspectContextChange> changes)
    {
        await pending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await changes.DisposeAsync().ConfigureAwait(false);
    }
}
