using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using InboxSdk.Bulk;

namespace InboxSdk;

/// <summary>Changes the context of many prospects: several at a time, in bounded memory, and so that a run that ends early can go on later.</summary>
/// <remarks>
/// <para>A change that fails does not stop the others. Changes of one prospect are made in the order of the input. The calls have
/// <see cref="RateLimitPriority.Bulk"/>, so a run leaves a reserve of the quota to interactive calls.</para>
/// <para>One instance serves any number of runs, also at the same time; only a checkpoint belongs to one run at a time.</para>
/// </remarks>
/// <example>
/// <code>
/// var updater = new BulkContextUpdater(inbox.Prospects, new() { Checkpoint = new FileBulkCheckpoint("run.checkpoint") });
/// await foreach (var result in updater.UpdateAsync(changes))
///     Console.WriteLine($"{result.ProspectId} {(result.Success ? "ok" : result.Error)}");
/// </code>
/// </example>
public sealed class BulkContextUpdater
{
    private readonly IProspectsClient _prospects;
    private readonly BulkUpdateOptions _options;

    /// <summary>Creates an updater.</summary>
    /// <param name="prospects">What makes the changes: <see cref="IInboxClient.Prospects"/>, or a fake.</param>
    /// <param name="options">The options; <see langword="null"/> for all defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range; the message says what to do.</exception>
    public BulkContextUpdater(IProspectsClient prospects, BulkUpdateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(prospects);
        _prospects = prospects;
        _options = options ?? new();
        _options.Validate(nameof(options));
    }

    /// <summary>Makes changes and hands out each result as its change ends, which need not be the order of the input.</summary>
    /// <param name="changes">The changes. They are read only as fast as they are made and their results are taken, on a thread of the pool.</param>
    /// <param name="progress">Receives the progress: at most ten times a second, when calls begin to wait for the rate limit, and once at the end. What it throws is logged, and the run
    /// continues. <see langword="null"/> by default: nothing.</param>
    /// <param name="cancellationToken">Stops the run, see the remarks.</param>
    /// <returns>One result for every change that was read. Nothing is read or sent before the enumeration begins; each enumeration is a run.</returns>
    /// <exception cref="BulkCheckpointException">Enumerating: the checkpoint cannot be used.</exception>
    /// <exception cref="BulkInputChangedException">Enumerating: the input is not the one the checkpoint is about.</exception>
    /// <exception cref="InboxAuthenticationException">Enumerating, after the results of all changes that were read: the token is not accepted, or may not do this.</exception>
    /// <exception cref="InboxPlanException">Enumerating, likewise: the team's plan or its workspace does not allow it.</exception>
    /// <exception cref="InboxApiRetiredException">Enumerating, likewise: Inbox no longer answers this generation of the API.</exception>
    /// <exception cref="InboxTransportException">Enumerating, likewise: the client was disposed.</exception>
    /// <exception cref="OperationCanceledException">Enumerating, after the results of all changes that were read: the run was cancelled.</exception>
    /// <remarks>
    /// <para>When the run stops (cancelled, the client disposed, 401 or 403, the end of this generation of the API, <see cref="BulkUpdateOptions.StopOnFailure"/>, a fault of the input or the
    /// checkpoint, which is thrown after the results), the rest of the input is not read, changes that were read and not sent become
    /// <see cref="BulkUpdateOutcome.NotAttempted"/>, and those in flight may end within <see cref="BulkUpdateOptions.DrainTimeout"/>. Leaving the loop early does
    /// the same; the results are then only in the checkpoint.</para>
    /// <para>The enumeration ends without an exception when nothing stopped it before its last result, or when <see cref="BulkUpdateOptions.StopOnFailure"/> did.</para>
    /// </remarks>
    public IAsyncEnumerable<BulkUpdateResult> UpdateAsync(
        IEnumerable<ProspectContextChange> changes, IProgress<BulkUpdateProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return StreamAsync(Enumerate(changes), CountOf(changes), progress, cancellationToken, default);
    }

    /// <inheritdoc cref="UpdateAsync(IEnumerable{ProspectContextChange}, IProgress{BulkUpdateProgress}?, CancellationToken)"/>
    public IAsyncEnumerable<BulkUpdateResult> UpdateAsync(
        IAsyncEnumerable<ProspectContextChange> changes, IProgress<BulkUpdateProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return StreamAsync(changes, total: null, progress, cancellationToken, default);
    }

    /// <summary>Makes changes and sums up.</summary>
    /// <param name="changes">The changes. They are read only as fast as they are made, on a thread of the pool.</param>
    /// <param name="progress">Receives the progress: at most ten times a second, when calls begin to wait for the rate limit, and once at the end. What it throws is logged, and the run
    /// continues. <see langword="null"/> by default: nothing.</param>
    /// <param name="cancellationToken">Stops the run. The summary then says so and where to resume; no <see cref="OperationCanceledException"/> is thrown, since
    /// it would take the counts with it.</param>
    /// <returns>The summary, also of a run that was stopped: see <see cref="BulkUpdateSummary.StoppedBy"/>.</returns>
    /// <exception cref="BulkCheckpointException">The checkpoint cannot be used.</exception>
    /// <exception cref="BulkInputChangedException">The input is not the one the checkpoint is about.</exception>
    /// <remarks>What the input throws is thrown too. Answers do not throw, not even a token that is not accepted: see <see cref="BulkUpdateSummary.StoppedBy"/>.</remarks>
    public Task<BulkUpdateSummary> UpdateAllAsync(
        IEnumerable<ProspectContextChange> changes, IProgress<BulkUpdateProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return SumUpAsync(Enumerate(changes), CountOf(changes), progress, cancellationToken);
    }

    /// <inheritdoc cref="UpdateAllAsync(IEnumerable{ProspectContextChange}, IProgress{BulkUpdateProgress}?, CancellationToken)"/>
    public Task<BulkUpdateSummary> UpdateAllAsync(
        IAsyncEnumerable<ProspectContextChange> changes, IProgress<BulkUpdateProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return SumUpAsync(changes, total: null, progress, cancellationToken);
    }

    private async IAsyncEnumerable<BulkUpdateResult> StreamAsync(
        IAsyncEnumerable<ProspectContextChange> changes,
        long? total,
        IProgress<BulkUpdateProgress>? progress,
        CancellationToken runToken,
        [EnumeratorCancellation] CancellationToken enumeratorToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(runToken, enumeratorToken);
        var tally = new BulkTally(_options, total, progress, _options.LoggerFor(_prospects));
        var run = new BulkRun(_prospects, _options, tally);
        await using (run.ConfigureAwait(false))
        {
            await foreach (var result in run.RunAsync(changes, linked.Token).ConfigureAwait(false))
                yield return result;
        }

        if (run is { StoppedBy: BulkStopReason.NotAuthorized or BulkStopReason.ClientDisposed, StopCause: { } refusal })
            ExceptionDispatchInfo.Throw(refusal);
        if (run.StoppedBy == BulkStopReason.Cancelled)
        {
            var summary = tally.ToSummary(run);
            throw new OperationCanceledException(
                summary.ResumeFrom is { } next
                    ? $"The bulk run was cancelled after {summary.Read} changes were read. With a checkpoint, run the same input again; without one, from index {next}."
                    : $"The bulk run was cancelled after all its {summary.Read} changes were sent; the results tell which of them are not made.",
                runToken.IsCancellationRequested ? runToken : enumeratorToken);
        }
    }

    private async Task<BulkUpdateSummary> SumUpAsync(
        IAsyncEnumerable<ProspectContextChange> changes, long? total, IProgress<BulkUpdateProgress>? progress, CancellationToken cancellationToken)
    {
        var tally = new BulkTally(_options, total, progress, _options.LoggerFor(_prospects));
        var run = new BulkRun(_prospects, _options, tally);
        await using (run.ConfigureAwait(false))
        {
            await foreach (var result in run.RunAsync(changes, cancellationToken).ConfigureAwait(false))
                _ = result;
        }

        return tally.ToSummary(run);
    }

    private static long? CountOf(IEnumerable<ProspectContextChange> changes) => changes.TryGetNonEnumeratedCount(out var count) ? count : null;

#pragma warning disable CS1998 // The changes are there: nothing to await.
    private static async IAsyncEnumerable<ProspectContextChange> Enumerate(IEnumerable<ProspectContextChange> changes)
#pragma warning restore CS1998
    {
        foreach (var change in changes)
            yield return change;
    }
}
