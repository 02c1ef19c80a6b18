using InboxSdk.Workflows;

namespace InboxSdk;

/// <summary>Provides common workflows as extension methods of <see cref="IInboxClient"/>.</summary>
public static class InboxClientExtensions
{
    /// <summary>Lists the active conversations with prospects who have a tag.</summary>
    /// <param name="inbox">The client.</param>
    /// <param name="tag">The name of the tag, case-insensitive, or its id.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The conversations, in the order of <see cref="IThreadsClient.ListAsync"/>. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentException"><paramref name="tag"/> is empty.</exception>
    /// <exception cref="TagNotFoundException">During enumeration: the tag does not exist; the message contains similar names.</exception>
    /// <exception cref="InboxException">During enumeration: a request failed.</exception>
    public static InboxPageable<TaggedConversation> FindConversationsAsync(this IInboxClient inbox, string tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        return new TaggedConversations(inbox, tag, cancellationToken);
    }

    /// <summary>Summarizes the pipeline: the number of prospects per status, and their total valuation.</summary>
    /// <param name="inbox">The client.</param>
    /// <param name="query">The threads of the prospects. The default is all threads.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The overview. It reads every thread of the query, one page at a time, with <see cref="RateLimitPriority.Bulk"/>: it waits for the rate limit without a time
    /// limit.</returns>
    /// <exception cref="ArgumentException">The query is contradictory.</exception>
    /// <exception cref="InboxException">A request failed. Partial sums are not returned.</exception>
    public static async Task<PipelineOverview> GetPipelineAsync(this IInboxClient inbox, ThreadQuery? query = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        var prospects = inbox.Prospects.ListAsync(query, cancellationToken);
        var sums = new PipelineSums();
        using var scope = RateLimitScope.Begin(RateLimitPriority.Bulk);
        await foreach (var status in inbox.Statuses.ListAsync(cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
            sums.AddStage(status);
        await foreach (var prospect in prospects.WithCancellation(cancellationToken).ConfigureAwait(false))
            sums.Add(prospect);
        return sums.ToOverview();
    }
}
