using InboxSdk;
using InboxSdk.V2;

namespace LeadAlerts;

/// <summary>Scores the person who wrote a message, and tags a good lead.</summary>
internal sealed class LeadHandler(IInboxClient inbox, IInboxV2Client v2, LeadFeed feed) : IInboxEventHandler
{
    private const string Tag = "Hot Lead";
    private const int Threshold = 50;

    public async Task HandleAsync(InboxEvent inboxEvent, CancellationToken cancellationToken = default)
    {
        if (inboxEvent.Data is not MessageEventData message)
            return;

        ContactThread thread;
        try
        {
            thread = await v2.Threads.GetAsync(message.ThreadId, cancellationToken: cancellationToken);
        }
        catch (InboxNotFoundException)
        {
            return;   // An event is about the past: the thread was deleted meanwhile.
        }

        var prospect = await inbox.Prospects.GetAsync(thread.ContactId, cancellationToken: cancellationToken);
        var score = LeadScorer.Default.Score(prospect);
        var isGood = score.Points >= Threshold;
        if (isGood && !prospect.Tags.Any(tag => tag.Name == Tag))
        {
            var tag = await inbox.Tags.FindByNameAsync(Tag, cancellationToken) ?? await inbox.Tags.CreateAsync(new() { Name = Tag, Color = "#ef4444" }, cancellationToken);
            await inbox.Prospects.AddTagsAsync(prospect.Id, [tag.Id], cancellationToken);
        }

        feed.Add(new(
            inboxEvent.Seq, prospect.Name ?? prospect.Username, prospect.Username, score.Points, score.Maximum,
            string.Join(", ", score.Reasons.Select(reason => reason.Text)), isGood, inboxEvent.CreatedAt ?? DateTimeOffset.UtcNow));
    }
}
