using InboxSdk.Names;
using InboxSdk.Paging;

namespace InboxSdk.V2;

internal sealed class V2TagsClient(IInboxV2Client inbox, RecentTagsAndStatuses recent, NamedList<Tag> names) : ITagsClient
{
    public InboxPageable<Tag> ListAsync(CancellationToken cancellationToken = default) =>
        inbox.Tags.ListAsync(cancellationToken).Select(tag => recent.Add(tag).ToTag(), cancellationToken);

    public Task<Tag?> FindByNameAsync(string name, CancellationToken cancellationToken = default) => names.FindAsync(name, ListAsync, cancellationToken);

    public async Task<Tag> CreateAsync(TagCreate tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        tag.Validate();
        return (await ChangeAsync(() => inbox.Tags.CreateAsync(new() { Name = tag.Name, Color = tag.Color }, cancellationToken)).ConfigureAwait(false)).ToTag();
    }

    public async Task<Tag> UpdateAsync(string tagId, TagUpdate update, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(tagId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        await CheckIsIdAsync(tagId, cancellationToken).ConfigureAwait(false);
        var tag = await ChangeAsync(() => inbox.Tags.UpdateAsync(tagId, new() { Name = update.Name, Color = update.Color }, cancellationToken)).ConfigureAwait(false);
        return tag.Confirm(tagId).ToTag();
    }

    public async Task DeleteAsync(string tagId, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(tagId);
        await CheckIsIdAsync(tagId, cancellationToken).ConfigureAwait(false);
        await ChangeAsync(async () =>
        {
            await inbox.Tags.DeleteAsync(tagId, cancellationToken).ConfigureAwait(false);
            return tagId;
        }).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<string>> GetColorsAsync(CancellationToken cancellationToken = default) =>
        [.. (await inbox.Colors.ListAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(color => FacadeModels.ToColor(color.Hex))];

    // Also after a failure, because the change may have been applied.
    private async Task<T> ChangeAsync<T>(Func<Task<T>> change)
    {
        try
        {
            return await change().ConfigureAwait(false);
        }
        finally
        {
            recent.Clear();
            names.Clear();
        }
    }

    // A name such as "vip" looks like an id, and v2 would accept it: the tag with that name would be changed, or deleted from all contacts.
    private async Task CheckIsIdAsync(string tagId, CancellationToken cancellationToken)
    {
        if (await inbox.IsTagNameAsync(recent, tagId, cancellationToken).ConfigureAwait(false))
            throw new InboxNotFoundException(FacadeIds.TagNameMessage(tagId), code: InboxErrorCodes.TagNotFound);
    }
}
