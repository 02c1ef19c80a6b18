using System.Runtime.CompilerServices;

namespace InboxSdk.Workflows;

/// <summary>The threads with a tag, which is looked up when enumeration starts.</summary>
internal sealed class TaggedConversations(IInboxClient inbox, string tag, CancellationToken cancellationToken) : InboxPageable<TaggedConversation>
{
    private protected override CancellationToken ListToken { get; } = cancellationToken;

    public override IAsyncEnumerable<InboxPage<TaggedConversation>> AsPages(string? continuationToken = null, int? pageSize = null) =>
        EnumerateAsync(continuationToken, pageSize, default);

    private async IAsyncEnumerable<InboxPage<TaggedConversation>> EnumerateAsync(
        string? continuationToken, int? pageSize, [EnumeratorCancellation] CancellationToken enumeratorToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(ListToken, enumeratorToken);
        var found = await TagFinder.FindAsync(inbox.Tags, tag, linked.Token).ConfigureAwait(false);
        var threads = inbox.Threads.ListAsync(new() { View = InboxView.Default, TagIds = [found.Id] }, linked.Token);
        await foreach (var page in threads.AsPages(continuationToken, pageSize).WithCancellation(linked.Token).ConfigureAwait(false))
        {
            yield return new(
                [.. page.Items.Select(thread => new TaggedConversation { ProspectId = thread.ProspectId, Username = thread.Prospect.Username, ThreadId = thread.Id })], page.ContinuationToken);
        }
    }
}
