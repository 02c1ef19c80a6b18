using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using InboxSdk.Workflows;

namespace InboxSdk;

/// <summary>Tags prospects by their score, keeps existing tags, and skips prospects that need no change.</summary>
/// <remarks>
/// <para>It enumerates the prospects of a query, scores each, and makes the changes with a <see cref="BulkContextUpdater"/>: several at a time, in constant memory. All
/// calls, including those of the enumeration, have <see cref="RateLimitPriority.Bulk"/>.</para>
/// <para>Runs are idempotent: to resume a run that ended early, run it again. Prospects that already have the tag are skipped.</para>
/// <para>Changes of the tags by other clients between the enumeration and the write are kept. The only exception are changes during the write itself on v1, see
/// <see cref="ProspectUpdate.AddTagIds"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// var tagger = new AutoTagger(inbox, new() { Tag = "Hot Lead", Threshold = 70 });
/// await foreach (var result in tagger.TagAsync())
///     Console.WriteLine($"@{result.Prospect.Username} {result.Action} {result.Score}");
/// </code>
/// </example>
public sealed class AutoTagger
{
    private readonly IInboxClient _inbox;
    private readonly AutoTagOptions _options;

    /// <summary>Initializes a tagger.</summary>
    /// <param name="inbox">The client.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message says how to fix it.</exception>
    public AutoTagger(IInboxClient inbox, AutoTagOptions options)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate(nameof(options));
        _inbox = inbox;
        _options = options;
    }

    /// <summary>Tags the prospects of a query, and returns each change as it completes.</summary>
    /// <param name="query">The threads of the prospects. The default is all threads.</param>
    /// <param name="progress">Receives the progress, also of a dry run: at most ten times a second, when calls start to wait for the rate limit, and at the end. Its
    /// exceptions are logged (<see cref="BulkUpdateOptions.Logger"/>), and the run continues. The default is <see langword="null"/>, no progress.</param>
    /// <param name="cancellationToken">Stops the run like a bulk run: no further change is sent, and those in flight can complete.</param>
    /// <returns>One result per prospect whose tags change. No request is sent until enumeration starts; each enumeration is a run.</returns>
    /// <exception cref="ArgumentException">The query is contradictory.</exception>
    /// <exception cref="TagNotFoundException">During enumeration: the tag does not exist; the message contains similar names.</exception>
    /// <exception cref="InboxAuthenticationException">During enumeration: the token is invalid or lacks a permission.</exception>
    /// <exception cref="InboxPlanException">During enumeration: the team's plan does not include the feature, or its workspace is locked.</exception>
    /// <exception cref="InboxApiRetiredException">During enumeration: the API version is retired.</exception>
    /// <exception cref="InboxException">During enumeration: reading the threads failed. The error of a failed change is in its result.</exception>
    /// <exception cref="OperationCanceledException">During enumeration, after the results of all changes that were read: the run was cancelled.</exception>
    public IAsyncEnumerable<AutoTagResult> TagAsync(
        ThreadQuery? query = null, IProgress<AutoTagProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        query?.Validate();
        return RunAsync(query, progress, cancellationToken, default);
    }

    private async IAsyncEnumerable<AutoTagResult> RunAsync(
        ThreadQuery? query,
        IProgress<AutoTagProgress>? progress,
        CancellationToken runToken,
        [EnumeratorCancellation] CancellationToken enumeratorToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(runToken, enumeratorToken);
        var tally = new AutoTagTally(progress, _options.Bulk.TimeProvider, _options.Bulk.LoggerFor(_inbox.Prospects));
        Tag tag;
        using (RateLimitScope.Begin(RateLimitPriority.Bulk, tally))
            tag = await TagFinder.FindAsync(_inbox.Tags, _options.Tag, linked.Token).ConfigureAwait(false);
        try
        {
            var wanted = FindChangesAsync(query, tag, tally, linked.Token);
            var results = _options.IsDryRun ? wanted : ChangeAsync(wanted, tag, linked.Token);
            await foreach (var result in RateLimitScope.Within(results, RateLimitPriority.Bulk, tally).ConfigureAwait(false))
            {
                tally.Done(result.Outcome);
                yield return result;
            }
        }
        finally
        {
            tally.ReportLast();
        }
    }

    private async IAsyncEnumerable<AutoTagResult> ChangeAsync(
        IAsyncEnumerable<AutoTagResult> wanted, Tag tag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The changes that the bulk run has read and not returned.
        var pending = new ConcurrentDictionary<long, AutoTagResult>();
        var updater = new BulkContextUpdater(_inbox, _options.Bulk);
        // The run starts, and reads its input, in the scope of the first step of its enumeration; it stops its input with its own token.
        await foreach (var made in updater.UpdateAsync(ToUpdatesAsync(wanted, tag, pending, CancellationToken.None), cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            pending.TryRemove(made.Index, out var change);
            yield return change! with { Outcome = made.Outcome, Error = made.Error, Exception = made.Exception };
        }
    }

    private async IAsyncEnumerable<AutoTagResult> FindChangesAsync(
        ThreadQuery? query, Tag tag, AutoTagTally tally, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var prospect in _inbox.Prospects.ListAsync(query, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var score = _options.Scorer.Score(prospect);
            var isWanted = score.Points >= _options.Threshold;
            var isTagged = prospect.Tags.Any(present => present.Id == tag.Id);
            var isFound = isWanted != isTagged && (isWanted || _options.RemoveBelowThreshold);
            tally.Scanned(isFound);
            if (!isFound)
                continue;
            yield return new()
            {
                Prospect = prospect,
                Score = score,
                Action = isWanted ? AutoTagAction.Add : AutoTagAction.Remove,
                Outcome = BulkUpdateOutcome.NotAttempted,
            };
        }

        tally.ScannedAll();
    }

    private static async IAsyncEnumerable<ProspectContextChange> ToUpdatesAsync(
        IAsyncEnumerable<AutoTagResult> changes, Tag tag, ConcurrentDictionary<long, AutoTagResult> pending, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var index = 0L;
        // The bulk run's own token, which stops the enumeration when the run stops reading.
        await foreach (var change in changes.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            pending[index++] = change;
            yield return new(change.Prospect.Id, change.Action == AutoTagAction.Add ? new() { AddTagIds = [tag.Id] } : new() { RemoveTagIds = [tag.Id] });
        }
    }
}
