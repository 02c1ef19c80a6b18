using System.Runtime.CompilerServices;

namespace InboxSdk.Bulk;

/// <summary>The records of earlier runs and of this one. Without a checkpoint, there are none.</summary>
internal sealed class RunJournal : IAsyncDisposable
{
    private readonly IBulkCheckpointLog? _log;

    // A byte for each change that earlier runs read.
    private readonly List<EarlierState> _states = [];

    // For prospects with a change that was not applied, the latest change that was. Empty if earlier runs had no failures.
    private readonly Dictionary<ulong, long> _latestMade = [];

    // Enumerates the read records in parallel with the input.
    private IAsyncEnumerator<CheckpointRecord>? _earlier;

    private bool _hasHeader;

    private RunJournal(IBulkCheckpointLog? log) => _log = log;

    /// <summary>The token that is cancelled when another run can open the checkpoint.</summary>
    public CancellationToken Lost => _log?.Lost ?? CancellationToken.None;

    public static async Task<RunJournal> OpenAsync(IBulkCheckpoint? checkpoint, CancellationToken cancellationToken)
    {
        var journal = new RunJournal(checkpoint is null ? null : await checkpoint.OpenAsync(cancellationToken).ConfigureAwait(false));
        try
        {
            await journal.LoadAsync(cancellationToken).ConfigureAwait(false);
            return journal;
        }
        catch
        {
            await journal.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Records that a change was read, or compares it with the record of an earlier run.</summary>
    /// <returns>The state of the change in earlier runs, and whether they applied a later change of the same prospect, but not this one.</returns>
    /// <exception cref="BulkInputChangedException">The change differs from the one that earlier runs read at this index.</exception>
    public async ValueTask<(EarlierState State, bool IsOvertaken)> ReadAsync(long index, ChangeDigest digest)
    {
        if (_log is null)
            return default;
        if (index >= _states.Count)
        {
            await _log.AppendAsync(new CheckpointRecord(CheckpointRecordKind.Read, index, digest).ToString()).ConfigureAwait(false);
            return default;
        }

        if (await NextDigestAsync().ConfigureAwait(false) != digest)
        {
            throw new BulkInputChangedException(
                $"The change at index {index} of the input differs from that in the checkpoint. Use the input of the earlier run, unchanged and in the same order, "
                + "to complete that run; or use a new checkpoint for this input.")
            {
                Index = index,
            };
        }

        var state = _states[(int)index];
        return (state, !IsMade(state) && _latestMade.TryGetValue(digest.Prospect, out var made) && made > index);
    }

    /// <summary>Records that a change is about to be sent.</summary>
    public Task SendingAsync(long index) => AppendAsync(new(CheckpointRecordKind.Send, index));

    /// <summary>Records the outcome of a change that was sent.</summary>
    public Task DoneAsync(long index, BulkUpdateOutcome outcome) => AppendAsync(new(CheckpointRecordKind.Done, index, Outcome: outcome));

    /// <summary>Verifies, at the end of the input, that it is not shorter than before.</summary>
    /// <exception cref="BulkInputChangedException">The input is shorter.</exception>
    public void EndOfInput(long count)
    {
        if (count < _states.Count)
        {
            throw new BulkInputChangedException(
                $"The input ended after {count} changes, but the checkpoint has {_states.Count}. Use the input of the earlier run; or use a new checkpoint "
                + "for this input.")
            {
                Index = count,
            };
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_earlier is not null)
            await _earlier.DisposeAsync().ConfigureAwait(false);
        if (_log is not null)
            await _log.DisposeAsync().ConfigureAwait(false);
    }

    private Task AppendAsync(CheckpointRecord record) => _log?.AppendAsync(record.ToString()) ?? Task.CompletedTask;

    private async ValueTask<ChangeDigest> NextDigestAsync()
    {
        _earlier ??= RecordsAsync(default).GetAsyncEnumerator();
        while (await _earlier.MoveNextAsync().ConfigureAwait(false))
        {
            if (_earlier.Current.Kind == CheckpointRecordKind.Read)
                return _earlier.Current.Digest;
        }

        throw new BulkCheckpointException($"The checkpoint has fewer records than when the run started. {CheckpointRecord.WhatToDo}");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await foreach (var record in RecordsAsync(cancellationToken).ConfigureAwait(false))
            Apply(record);
        if (_log is not null && !_hasHeader)
            await _log.AppendAsync(CheckpointRecord.Header, cancellationToken).ConfigureAwait(false);

        var made = _states.Count(IsMade);
        if (made == 0 || made == _states.Count)
            return;
        await foreach (var (kind, index, digest, _) in RecordsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (kind != CheckpointRecordKind.Read)
                continue;
            if (!IsMade(_states[(int)index]))
                _latestMade.TryAdd(digest.Prospect, -1);
            else if (_latestMade.ContainsKey(digest.Prospect))
                _latestMade[digest.Prospect] = index;
        }
    }

    private void Apply(CheckpointRecord record)
    {
        if (record.Kind == CheckpointRecordKind.Read ? record.Index != _states.Count : record.Index >= _states.Count)
            throw Damaged(record.ToString());
        if (record.Kind == CheckpointRecordKind.Read)
        {
            _states.Add(EarlierState.None);
            return;
        }

        var before = _states[(int)record.Index];
        _states[(int)record.Index] = record switch
        {
            { Kind: CheckpointRecordKind.Send } => before | (before.HasFlag(EarlierState.InFlight) ? EarlierState.Retried : EarlierState.InFlight),
            { Outcome: BulkUpdateOutcome.Succeeded } => (before & EarlierState.Retried) | EarlierState.Succeeded,
            { Outcome: BulkUpdateOutcome.Failed or BulkUpdateOutcome.NotAttempted } => before & EarlierState.Retried,
            _ => before,
        };
    }

    private static bool IsMade(EarlierState state) => state.HasFlag(EarlierState.Succeeded);

    private async IAsyncEnumerable<CheckpointRecord> RecordsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_log is null)
            yield break;
        var isFirst = true;
        await foreach (var line in _log.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!isFirst)
                yield return CheckpointRecord.TryParse(line, out var record) ? record : throw Damaged(line);
            else if (line != CheckpointRecord.Header)
                throw new BulkCheckpointException($"This is not a checkpoint of a bulk run: it does not begin with '{CheckpointRecord.Header}'. Use another one.");
            isFirst = false;
            _hasHeader = true;
        }
    }

    // The source of the record is unknown, so only enough is shown to identify it.
    private static BulkCheckpointException Damaged(string record) =>
        new($"The checkpoint is damaged: '{record[..Math.Min(record.Length, 12)]}…' is not a valid record. {CheckpointRecord.WhatToDo}");
}
