using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using InboxSdk.Workflows;

namespace InboxSdk;

/// <summary>Tags prospects by their score, keeps the tags they have, and changes nobody who is as they should be.</summary>
/// <remarks>
/// <para>It enumerates the prospects of a query, scores each, and makes the changes by a <see cref="BulkContextUpdater"/>: several at a time, in bounded memory. All of its
/// calls, those of the enumeration too, have <see cref="RateLimitPriority.Bulk"/>.</para>
/// <para>A run that ended early is gone on with by running again: whoever has the tag already needs no change, so nobody is written to twice.</para>
/// <para>A tag that somebody else adds or takes off between the walk and the change stays so. On v1 the one exception is the moment of the change itself, see
/// <see cref="ProspectContextUpdate.AddTagIds"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// var tagger = new AutoTagger(inbox, new() { Tag = "Hot Lead", Threshold = 70 });
/// await foreach (var result in tagger.TagAsync())
///     Console.WriteLine($"@{result.Prospect.PlatformUsername} {result.Action} {result.Score}");
/// </code>
/// </example>
public sealed class AutoTagger
{
    private readonly IInboxClient _inbox;
    private readonly AutoTagOptions _options;

    /// <summary>Creates a tagger.</summary>
    /// <param name="inbox">The client.</param>
    /// <param name="options">Which tag, for whom, and how.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message says what to do.</exception>
    public AutoTagger(IInboxClient inbox, AutoTagOptions options)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate(nameof(options));
        _inbox = inbox;
        _options = options;
    }

    /// <summary>Tags the prospects of a query, and hands out each change as it ends.</summary>
    /// <param name="query">Whose threads to walk; by default all of them.</param>
    /// <param name="progress">Receives the progress, of a dry run too: at most ten times a second, when calls begin to wait for the rate limit, and once at the end. What it
    /// throws is logged (<see cref="BulkUpdateOptions.Logger"/>), and the run continues. <see langword="null"/> by default: nothing.</param>
    /// <param name="cancellationToken">Stops the run as it stops a bulk run: no further change is sent, those in flight may end.</param>
    /// <returns>One result for each prospect whose tags are to change. No request is made before the enumeration begins; each enumeration is a run.</returns>
    /// <exception cref="ArgumentException">The query contradicts itself.</exception>
    /// <exception cref="TagNotFoundException">Enumerating: the team has no such tag; the message names those that are near.</exception>
    /// <exception cref="InboxAuthenticationException">Enumerating: the token is not accepted, or may not do this.</exception>
    /// <exception cref="InboxPlanException">Enumerating: the team's plan or its workspace does not allow it.</exception>
    /// <exception cref="InboxApiRetiredException">Enumerating: Inbox no longer answers this generation of the API.</exception>
    /// <exception cref="InboxException">Enumerating: the walk over the threads failed. A change that fails is told by its result.</exception>
    /// <exception cref="OperationCanceledException">Enumerating, after the results of all changes that were read: the run was cancelled.</exception>
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
        var prospects = _inbox.Prospects;
        var tally = new AutoTagTally(progress, _options.Bulk.TimeProvider, _options.Bulk.LoggerFor(prospects));
        Tag tag;
        using (RateLimitScope.Begin(RateLimitPriority.Bulk, tally))
            tag = await TagFinder.FindAsync(_inbox.Tags, _options.Tag, linked.Token).ConfigureAwait(false);
        try
        {
            var wanted = FindChangesAsync(query, tag, tally, linked.Token);
            var results = _options.IsDryRun ? wanted : ChangeAsync(prospects, wanted, tag, linked.Token);
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
        IProspectsClient prospects, IAsyncEnumerable<AutoTagResult> wanted, Tag tag, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // As many as the bulk run has read and not handed out.
        var pending = new ConcurrentDictionary<long, AutoTagResult>();
        var updater = new BulkContextUpdater(prospects, _options.Bulk);
        // The run begins, and reads its input, in the scope of the first step of its enumeration; it stops its input by a token of its own.
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
            var isFound = isWanted != isTagged && (isWanted || _options.RemoveBelow);
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
        // The bulk run's own token: it stops the walk when the run stops reading.
        await foreach (var change in changes.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            pending[index++] = change;
            yield return new(change.Prospect.Id, change.Action == AutoTagAction.Add ? new() { AddTagIds = [tag.Id] } : new() { RemoveTagIds = [tag.Id] });
        }
    }
}
