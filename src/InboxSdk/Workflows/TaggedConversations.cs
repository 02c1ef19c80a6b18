using System.Runtime.CompilerServices;
using InboxSdk.Paging;

namespace InboxSdk.Workflows;

/// <summary>The threads with a tag, which is looked up when enumeration starts. A continuation token contains the id that was found, so that it is validated without a request.</summary>
internal sealed class TaggedConversations(IInboxClient inbox, string tag, CancellationToken cancellationToken) : InboxPageable<TaggedConversation>
{
    private static readonly ContinuationToken Tokens = new("tag", length: 2);

    private readonly string _fingerprint = ContinuationToken.Fingerprint([tag.ToUpperInvariant()]);

    private protected override CancellationToken ListToken { get; } = cancellationToken;

    public override IAsyncEnumerable<InboxPage<TaggedConversation>> AsPages(string? continuationToken = null, int? pageSize = null)
    {
        if (pageSize is { } size)
            PageSize.Validate(size, nameof(pageSize));
        if (continuationToken is null)
            return EnumerateAsync(null, null, pageSize, default);
        var position = Tokens.Unpack(continuationToken, _fingerprint);
        return EnumerateAsync(position[0], Threads(position[0]).AsPages(position[1], pageSize), pageSize, default);
    }

    private async IAsyncEnumerable<InboxPage<TaggedConversation>> EnumerateAsync(
        string? tagId, IAsyncEnumerable<InboxPage<InboxThread>>? pages, int? pageSize, [EnumeratorCancellation] CancellationToken enumeratorToken)
    {
        using var linked = new EnumerationToken(ListToken, enumeratorToken);
        tagId ??= (await TagFinder.FindAsync(inbox.Tags, tag, linked.Token).ConfigureAwait(false)).Id;
        pages ??= Threads(tagId).AsPages(null, pageSize);
        await foreach (var page in pages.WithCancellation(linked.Token).ConfigureAwait(false))
        {
            yield return new(
                [.. page.Items.Select(thread => new TaggedConversation { ProspectId = thread.ProspectId, Username = thread.Prospect.Username, ThreadId = thread.Id })],
                page.ContinuationToken is { } token ? Tokens.Pack(_fingerprint, tagId, token) : null);
        }
    }

    private InboxPageable<InboxThread> Threads(string tagId) => inbox.Threads.ListAsync(new() { View = InboxView.Default, TagIds = [tagId] }, ListToken);
}
