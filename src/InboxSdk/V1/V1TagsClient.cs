using InboxSdk.Http;
using InboxSdk.Paging;

namespace InboxSdk.V1;

internal sealed class V1TagsClient(IV1TagsApi api) : ITagsClient
{
    public AsyncPageable<Tag> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        async token => (await api.ListAsync(V1Operations.ListTags, token).ReadAsync(V1JsonContext.Default.TagsAnswer).ConfigureAwait(false)).Required(answer => answer.Tags, V1Operations.ListTags),
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
        return (await api.CreateAsync(tag, V1Operations.CreateTag, cancellationToken).ReadAsync(V1JsonContext.Default.TagAnswer).ConfigureAwait(false))
            .Required(answer => answer.Tag, V1Operations.CreateTag);
    }

    public async Task<Tag> UpdateAsync(string tagId, TagUpdate update, CancellationToken cancellationToken = default)
    {
        PathSegment.Validate(tagId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        return (await api.UpdateAsync(tagId, update, V1Operations.UpdateTag, cancellationToken).ReadAsync(V1JsonContext.Default.TagAnswer).ConfigureAwait(false))
            .Required(answer => answer.Tag, V1Operations.UpdateTag);
    }

    public async Task DeleteAsync(string tagId, CancellationToken cancellationToken = default)
    {
        try
        {
            await api.DeleteAsync(PathSegment.Validate(tagId), V1Operations.DeleteTag, cancellationToken).ReadNothingAsync().ConfigureAwait(false);
        }
        catch (InboxNotFoundException exception) when (exception.MayHaveTakenEffect)
        {
            // An attempt before deleted the tag, and its answer was lost.
        }
    }

    public async Task<IReadOnlyList<string>> GetColorsAsync(CancellationToken cancellationToken = default) =>
        (await api.GetColorsAsync(V1Operations.ListColors, cancellationToken).ReadAsync(V1JsonContext.Default.ColorsAnswer).ConfigureAwait(false))
        .Required(answer => answer.Colors, V1Operations.ListColors);
}
