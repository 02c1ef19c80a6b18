using InboxSdk.Http;
using InboxSdk.Paging;

namespace InboxSdk.V1;

internal sealed class V1TagsClient(IV1TagsApi api, InboxRequestOptions? options) : ITagsClient
{
    public InboxPageable<Tag> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        async token => (await api.ListAsync(V1Operations.ListTags.With(options), token).ReadAsync<TagsResponse>().ConfigureAwait(false)).Tags!,
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
        return (await api.CreateAsync(tag, (V1Operations.CreateTag with { Success = V1Responses.CreatedTag(tag.Name) }).With(options), cancellationToken).ReadAsync<TagResponse>().ConfigureAwait(false)).Tag!;
    }

    public async Task<Tag> UpdateAsync(string tagId, TagUpdate update, CancellationToken cancellationToken = default)
    {
        PathSegment.Validate(tagId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        return (await api.UpdateAsync(tagId, update, V1Operations.UpdateTag.With(options), cancellationToken).ReadAsync<TagResponse>().ConfigureAwait(false)).Tag!;
    }

    public async Task DeleteAsync(string tagId, CancellationToken cancellationToken = default) =>
        await api.DeleteAsync(PathSegment.Validate(tagId), V1Operations.DeleteTag.With(options), cancellationToken).ReadNothingAsync().OrGoneAsync(InboxErrorCodes.V1TagNotFound).ConfigureAwait(false);

    public async Task<IReadOnlyList<string>> GetColorsAsync(CancellationToken cancellationToken = default) =>
        (await api.GetColorsAsync(V1Operations.ListColors.With(options), cancellationToken).ReadAsync<ColorsResponse>().ConfigureAwait(false)).Colors!;
}
