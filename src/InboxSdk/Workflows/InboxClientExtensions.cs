using InboxSdk.Workflows;

namespace InboxSdk;

/// <summary>What teams ask of Inbox every day, made of the calls of <see cref="IInboxClient"/>.</summary>
public static class InboxClientExtensions
{
    /// <summary>Lists the active conversations with prospects who have a tag (the guide: "Finding Prospects by Tag").</summary>
    /// <param name="inbox">The client.</param>
    /// <param name="tag">The tag's name, in capital or small letters, or its id.</param>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The conversations, in the order of <see cref="IThreadsClient.ListAsync"/>. No request is made before the enumeration begins.</returns>
    /// <exception cref="ArgumentException"><paramref name="tag"/> is empty.</exception>
    /// <exception cref="TagNotFoundException">Enumerating: the team has no such tag; the message names those that are near.</exception>
    /// <exception cref="InboxException">Enumerating: a request failed.</exception>
    public static InboxPageable<TaggedConversation> FindConversationsAsync(this IInboxClient inbox, string tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        return new TaggedConversations(inbox, tag, cancellationToken);
    }

    /// <summary>Sums up the pipeline: how many prospects are in each status, and what they are worth.</summary>
    /// <param name="inbox">The client.</param>
    /// <param name="query">Whose threads to walk; by default all of them.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The overview. It reads every thread of the query, one page at a time, at <see cref="RateLimitPriority.Bulk"/>: it waits for the rate limit as long as it
    /// takes.</returns>
    /// <exception cref="ArgumentException">The query contradicts itself.</exception>
    /// <exception cref="InboxException">A request failed; what was summed up before is lost with it.</exception>
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
