using InboxSdk.Paging;
using InboxSdk.Pipeline;

namespace InboxSdk.V1;

internal sealed class V1TagsClient(IV1TagsApi api, InboxRequestOptions? options) : ITagsClient
{
    public InboxPageable<Tag> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        async token => (await api.ListAsync(IV1TagsApi.List.Call(options, token)).ConfigureAwait(false)).Tags!,
        cancellationToken);

    public Task<Tag?> FindByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return ListAsync(cancellationToken).FindAsync(tag => tag.Name, name, cancellationToken);
    }

    public async Task<Tag> CreateAsync(TagCreate tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        tag.Validate();
        return (await api.CreateAsync(tag, (IV1TagsApi.Create with { Success = IV1TagsApi.Created(tag.Name) }).Call(options, cancellationToken)).ConfigureAwait(false)).Tag!;
    }

    public async Task<Tag> UpdateAsync(string tagId, TagUpdate update, CancellationToken cancellationToken = default)
    {
        PathSegment.Validate(tagId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        return (await api.UpdateAsync(tagId, update, IV1TagsApi.Update.Call(options, cancellationToken)).ConfigureAwait(false)).Tag!;
    }

    public async Task DeleteAsync(string tagId, CancellationToken cancellationToken = default) =>
        await api.DeleteAsync(PathSegment.Validate(tagId), IV1TagsApi.Delete.Call(options, cancellationToken)).OrGoneAsync(InboxErrorCodes.V1TagNotFound).ConfigureAwait(false);

    public async Task<IReadOnlyList<string>> GetColorsAsync(CancellationToken cancellationToken = default) =>
        (await api.GetColorsAsync(IV1TagsApi.GetColors.Call(options, cancellationToken)).ConfigureAwait(false)).Colors!;
}
