using InboxSdk;
using InboxSdk.V2;

namespace LeadAlerts;

/// <summary>Scores the person who wrote a message, and tags a good lead.</summary>
internal sealed partial class LeadHandler(IInboxClient inbox, IInboxV2Client v2, LeadFeed feed, ILogger<LeadHandler> logger) : IInboxEventHandler
{
    private const string Tag = "Hot Lead";
    private const int Threshold = 50;

    public async Task HandleAsync(InboxEvent inboxEvent, CancellationToken cancellationToken = default)
    {
        if (inboxEvent.Data is not MessageEventData message)
            return;

        try
        {
            feed.Add(await ScoreAsync(inboxEvent, message.ThreadId, cancellationToken));
        }
        catch (InboxNotFoundException)
        {
            // An event is about the past: the thread or the person was deleted meanwhile.
        }
        catch (InboxApiException exception) when (!exception.IsTransient && exception is not (InboxAuthenticationException or InboxConflictException))
        {
            Failed(logger, exception, message.ThreadId);   // Retries would not help, and would delay the leads after it.
        }
    }

    private async Task<LeadAlert> ScoreAsync(InboxEvent inboxEvent, string threadId, CancellationToken cancellationToken)
    {
        var thread = await v2.Threads.GetAsync(threadId, cancellationToken: cancellationToken);
        var prospect = await inbox.Prospects.GetAsync(thread.ContactId, cancellationToken: cancellationToken);
        var score = LeadScorer.Default.Score(prospect);
        var isGood = score.Points >= Threshold;
        if (isGood && !prospect.Tags.Any(tag => tag.Name == Tag))
        {
            var tag = await inbox.Tags.FindByNameAsync(Tag, cancellationToken) ?? await inbox.Tags.CreateAsync(new() { Name = Tag, Color = "#ef4444" }, cancellationToken);
            await inbox.Prospects.AddTagsAsync(prospect.Id, [tag.Id], cancellationToken);
        }

        return new(
            inboxEvent.Seq, prospect.Name ?? prospect.Username, prospect.Username, score.Points, score.Maximum,
            string.Join(", ", score.Reasons.Select(reason => reason.Text)), isGood, inboxEvent.CreatedAt ?? DateTimeOffset.UtcNow);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No alert for thread {Thread}")]
    private static partial void Failed(ILogger logger, Exception exception, string thread);
}
