using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using InboxSdk.Bulk;
using InboxSdk.Paging;

namespace InboxSdk;

/// <summary>Updates the context of many prospects: several at a time, in constant memory, with the option to resume a run that ended early.</summary>
/// <remarks>
/// <para>A failed change does not stop the others. Changes of one prospect are applied in the order of the input. Calls have
/// <see cref="RateLimitPriority.Bulk"/>, so that a run leaves a reserve of the rate limit to interactive calls.</para>
/// <para>One instance can be used for several runs, also concurrently; a checkpoint can be used by one run at a time.</para>
/// </remarks>
/// <example>
/// <code>
/// var updater = new BulkContextUpdater(inbox, new() { Checkpoint = new FileBulkCheckpoint("run.checkpoint") });
/// await foreach (var result in updater.UpdateAsync(changes))
///     Console.WriteLine($"{result.ProspectId} {(result.IsSuccess ? "ok" : result.Error)}");
/// </code>
/// </example>
public sealed class BulkContextUpdater
{
    private readonly IInboxClient _inbox;
    private readonly BulkUpdateOptions _options;

    /// <summary>Initializes an updater.</summary>
    /// <param name="inbox">The client.</param>
    /// <param name="options">The options, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message says how to fix it.</exception>
    public BulkContextUpdater(IInboxClient inbox, BulkUpdateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        _inbox = inbox;
        _options = options ?? new();
        _options.Validate(nameof(options));
    }

    /// <summary>Applies changes and returns each result as its change completes, which can differ from the order of the input.</summary>
    /// <param name="changes">The changes. They are read on a thread pool thread, no faster than changes complete and their results are consumed.</param>
    /// <param name="progress">Receives the progress: at most ten times a second, when calls start to wait for the rate limit, and at the end. Its exceptions are logged, and the
    /// run continues. The default is <see langword="null"/>, no progress.</param>
    /// <param name="cancellationToken">Stops the run, see the remarks.</param>
    /// <returns>One result for every change that was read. Nothing is read or sent until enumeration starts; each enumeration is a run.</returns>
    /// <exception cref="BulkCheckpointException">During enumeration: the checkpoint cannot be used.</exception>
    /// <exception cref="BulkInputChangedException">During enumeration: the input differs from that of the checkpoint.</exception>
    /// <exception cref="InboxLeaseLostException">During enumeration, after the results of all changes that were read: the checkpoint is shared by several processes, and another
    /// run can have it now. Run the same input again.</exception>
    /// <exception cref="InboxAuthenticationException">During enumeration, after the results of all changes that were read: the token is invalid or lacks a permission.</exception>
    /// <exception cref="InboxPlanException">During enumeration, as above: the team's plan does not include the feature, or its workspace is locked.</exception>
    /// <exception cref="InboxApiRetiredException">During enumeration, as above: the API version is retired.</exception>
    /// <exception cref="InboxTransportException">During enumeration, as above: the client was disposed.</exception>
    /// <exception cref="OperationCanceledException">During enumeration, after the results of all changes that were read: the run was cancelled.</exception>
    /// <remarks>
    /// <para>If the run stops (cancellation, disposal of the client, 401 or 403, retirement of the API version, <see cref="BulkUpdateOptions.StopOnFailure"/>, an exception of the
    /// input or the checkpoint, which is thrown after the results), the rest of the input is not read, changes that were read and not sent become
    /// <see cref="BulkUpdateOutcome.NotAttempted"/>, and those in flight can complete within <see cref="BulkUpdateOptions.DrainTimeout"/>. Leaving the loop early has
    /// the same effect; the results are then only in the checkpoint.</para>
    /// <para>The enumeration completes without an exception if nothing stopped it before its last result, or if <see cref="BulkUpdateOptions.StopOnFailure"/> did.</para>
    /// </remarks>
    public IAsyncEnumerable<BulkUpdateResult> UpdateAsync(
        IEnumerable<ProspectContextChange> changes, IProgress<BulkUpdateProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return StreamAsync(AsyncSequence.Of(changes), CountOf(changes), progress, cancellationToken, default);
    }

    /// <inheritdoc cref="UpdateAsync(IEnumerable{ProspectContextChange}, IProgress{BulkUpdateProgress}?, CancellationToken)"/>
    public IAsyncEnumerable<BulkUpdateResult> UpdateAsync(
        IAsyncEnumerable<ProspectContextChange> changes, IProgress<BulkUpdateProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return StreamAsync(changes, total: null, progress, cancellationToken, default);
    }

    /// <summary>Applies changes and returns a summary.</summary>
    /// <param name="changes">The changes. They are read on a thread pool thread, no faster than changes complete.</param>
    /// <param name="progress">Receives the progress: at most ten times a second, when calls start to wait for the rate limit, and at the end. Its exceptions are logged, and the
    /// run continues. The default is <see langword="null"/>, no progress.</param>
    /// <param name="cancellationToken">Stops the run. The summary then contains the reason and the index to resume from; no <see cref="OperationCanceledException"/> is thrown,
    /// because the counts would be lost.</param>
    /// <returns>The summary, also of a run that was stopped: see <see cref="BulkUpdateSummary.StoppedBy"/>.</returns>
    /// <exception cref="BulkCheckpointException">The checkpoint cannot be used.</exception>
    /// <exception cref="BulkInputChangedException">The input differs from that of the checkpoint.</exception>
    /// <exception cref="InboxLeaseLostException">The checkpoint is shared by several processes, and another run can have it now. Run the same input again.</exception>
    /// <remarks>Exceptions of the input are thrown too. Responses do not throw, not even for an invalid token: see <see cref="BulkUpdateSummary.StoppedBy"/>.</remarks>
    public Task<BulkUpdateSummary> UpdateAllAsync(
        IEnumerable<ProspectContextChange> changes, IProgress<BulkUpdateProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return SumUpAsync(AsyncSequence.Of(changes), CountOf(changes), progress, cancellationToken);
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
        var tally = new BulkTally(_inbox, _options, total, progress);
        var run = new BulkRun(_inbox.Prospects, _options, tally);
        await using (run.ConfigureAwait(false))
        {
            await foreach (var result in run.RunAsync(changes, runToken, enumeratorToken).ConfigureAwait(false))
                yield return result;
        }

        if (run is { StoppedBy: BulkStopReason.NotAuthorized or BulkStopReason.ClientDisposed, StopCause: { } refusal })
            ExceptionDispatchInfo.Throw(refusal);
        if (run.StoppedBy == BulkStopReason.Canceled)
        {
            var summary = tally.ToSummary(run);
            throw new OperationCanceledException(
                summary.ResumeFrom is { } next
                    ? $"The bulk run was cancelled after {summary.ReadCount} changes were read. With a checkpoint, run the same input again; without one, from index {next}."
                    : $"The bulk run was cancelled after all its {summary.ReadCount} changes were sent; the results contain those that were not applied.",
                runToken.IsCancellationRequested ? runToken : enumeratorToken);
        }
    }

    private async Task<BulkUpdateSummary> SumUpAsync(
        IAsyncEnumerable<ProspectContextChange> changes, long? total, IProgress<BulkUpdateProgress>? progress, CancellationToken cancellationToken)
    {
        var tally = new BulkTally(_inbox, _options, total, progress);
        var run = new BulkRun(_inbox.Prospects, _options, tally);
        await using (run.ConfigureAwait(false))
        {
            await foreach (var result in run.RunAsync(changes, cancellationToken, CancellationToken.None).ConfigureAwait(false))
                _ = result;
        }

        return tally.ToSummary(run);
    }

    private static long? CountOf(IEnumerable<ProspectContextChange> changes) => changes.TryGetNonEnumeratedCount(out var count) ? count : null;
}
