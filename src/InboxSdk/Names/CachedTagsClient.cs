namespace InboxSdk.Names;

/// <summary>Finds tags in a cached list. Every change of a tag clears it, also one that failed, because it may have been applied.</summary>
internal sealed class CachedTagsClient(ITagsClient tags, NamedList<Tag> names) : ITagsClient
{
    public InboxPageable<Tag> ListAsync(CancellationToken cancellationToken = default) => tags.ListAsync(cancellationToken);

    public Task<Tag?> FindByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return names.FindAsync(tags.ListAsync(CancellationToken.None), tag => tag.Name, name, cancellationToken);
    }

    public Task<Tag> CreateAsync(TagCreate tag, CancellationToken cancellationToken = default) => ChangeAsync(() => tags.CreateAsync(tag, cancellationToken));

    public Task<Tag> UpdateAsync(string tagId, TagUpdate update, CancellationToken cancellationToken = default) => ChangeAsync(() => tags.UpdateAsync(tagId, update, cancellationToken));

    public Task DeleteAsync(string tagId, CancellationToken cancellationToken = default) => ChangeAsync(async () =>
    {
        await tags.DeleteAsync(tagId, cancellationToken).ConfigureAwait(false);
        return tagId;
    });

    public Task<IReadOnlyList<string>> GetColorsAsync(CancellationToken cancellationToken = default) => tags.GetColorsAsync(cancellationToken);

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
