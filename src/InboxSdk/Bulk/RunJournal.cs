using System.Runtime.CompilerServices;

namespace InboxSdk.Bulk;

/// <summary>What a run knows of earlier ones, and what it notes for later ones. Without a checkpoint it knows and notes nothing.</summary>
internal sealed class RunJournal : IAsyncDisposable
{
    private readonly IBulkCheckpointLog? _log;

    // A byte for each change that earlier runs read.
    private readonly List<EarlierState> _states = [];

    // For prospects with a change that is not made, the latest change that is. Empty when earlier runs had no failures.
    private readonly Dictionary<ulong, long> _latestMade = [];

    // Walks over the read records, side by side with the input.
    private IAsyncEnumerator<CheckpointRecord>? _earlier;

    private bool _hasHeader;

    private RunJournal(IBulkCheckpointLog? log) => _log = log;

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

    /// <summary>Notes that a change was read, the first time; later compares it with what was noted.</summary>
    /// <returns>How far earlier runs came with it; and whether they made a later change of the same prospect, but not this one.</returns>
    /// <exception cref="BulkInputChangedException">It is not the change that earlier runs read at this place.</exception>
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
                $"The change at index {index} of the input is not the one the checkpoint knows there. Give the input of the earlier run, unchanged and in its order, "
                + "to finish that run; or name a new checkpoint to begin a run of this input.")
            {
                Index = index,
            };
        }

        var state = _states[(int)index];
        return (state, !IsMade(state) && _latestMade.TryGetValue(digest.Prospect, out var made) && made > index);
    }

    /// <summary>Notes that a change is about to be sent.</summary>
    public Task SendingAsync(long index) => AppendAsync(new(CheckpointRecordKind.Send, index));

    /// <summary>Notes how a change that was sent ended.</summary>
    public Task DoneAsync(long index, BulkUpdateOutcome outcome) => AppendAsync(new(CheckpointRecordKind.Done, index, Outcome: outcome));

    /// <summary>Checks, at the end of the input, that it is not shorter than it was.</summary>
    /// <exception cref="BulkInputChangedException">It is.</exception>
    public void EndOfInput(long count)
    {
        if (count < _states.Count)
        {
            throw new BulkInputChangedException(
                $"The input ended after {count} changes, but the checkpoint knows {_states.Count}. Give the input of the earlier run; or name a new checkpoint to begin "
                + "a run of this input.")
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

        throw new BulkCheckpointException($"The checkpoint has fewer records than when the run began. {CheckpointRecord.WhatToDo}");
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
            { Kind: CheckpointRecordKind.Send } => before | (before.HasFlag(EarlierState.InFlight) ? EarlierState.SentAgain : EarlierState.InFlight),
            { Outcome: BulkUpdateOutcome.Succeeded } => (before & EarlierState.SentAgain) | EarlierState.Succeeded,
            { Outcome: BulkUpdateOutcome.Failed or BulkUpdateOutcome.NotAttempted } => before & EarlierState.SentAgain,
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
                throw new BulkCheckpointException($"This is not a checkpoint of a bulk run: it does not begin with '{CheckpointRecord.Header}'. Name another one.");
            isFirst = false;
            _hasHeader = true;
        }
    }

    // Whose record it is, is not known: no more of it is shown than tells one from another.
    private static BulkCheckpointException Damaged(string record) =>
        new($"The checkpoint is damaged: '{record[..Math.Min(record.Length, 12)]}…' is no record of it. {CheckpointRecord.WhatToDo}");
}
