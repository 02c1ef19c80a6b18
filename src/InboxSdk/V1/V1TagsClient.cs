using InboxSdk.Names;
using InboxSdk.Paging;
using InboxSdk.Pipeline;

namespace InboxSdk.V1;

internal sealed class V1TagsClient(IV1TagsApi api, NamedList<Tag> names, InboxRequestOptions? options) : ITagsClient
{
    public InboxPageable<Tag> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        async token => (await api.ListAsync(IV1TagsApi.List.Call(options, token)).ConfigureAwait(false)).Tags!,
        cancellationToken);

    public Task<Tag?> FindByNameAsync(string name, CancellationToken cancellationToken = default) => names.FindAsync(name, ListAsync, cancellationToken);

    public async Task<Tag> CreateAsync(TagCreate tag, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        tag.Validate();
        var create = IV1TagsApi.Create with { Success = IV1TagsApi.Created(tag.Name) };
        return (await ChangeAsync(() => api.CreateAsync(tag, create.Call(options, cancellationToken))).ConfigureAwait(false)).Tag!;
    }

    public async Task<Tag> UpdateAsync(string tagId, TagUpdate update, CancellationToken cancellationToken = default)
    {
        PathSegment.Validate(tagId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        return (await ChangeAsync(() => api.UpdateAsync(tagId, update, IV1TagsApi.Update.Call(options, cancellationToken))).ConfigureAwait(false)).Tag!;
    }

    public async Task DeleteAsync(string tagId, CancellationToken cancellationToken = default) =>
        await ChangeAsync(() => api.DeleteAsync(PathSegment.Validate(tagId), IV1TagsApi.Delete.Call(options, cancellationToken))).OrGoneAsync(InboxErrorCodes.V1TagNotFound).ConfigureAwait(false);

    public async Task<IReadOnlyList<string>> GetColorsAsync(CancellationToken cancellationToken = default) =>
        (await api.GetColorsAsync(IV1TagsApi.GetColors.Call(options, cancellationToken)).ConfigureAwait(false)).Colors!;

    // Also after a failure, because the change may have been applied.
    private async Task<T> ChangeAsync<T>(Func<Task<T>> change)
    {
        try
        {
            return await change().ConfigureAwait(false);
        }
        finally
        {
            names.Clear();
        }
    }
}
