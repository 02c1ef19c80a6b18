using System.Collections.Immutable;
using InboxSdk.Http;
using InboxSdk.Paging;

namespace InboxSdk.V1;

internal sealed class V1ProspectsClient(IV1ProspectsApi api, IThreadsClient threads) : IProspectsClient
{
    public async Task<Prospect?> FindByPlatformIdAsync(string platformId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(platformId);
        try
        {
            return (await api.FindAsync(platformId, V1Operations.FindProspect, cancellationToken).ConfigureAwait(false))?.Prospect;
        }
        catch (InboxNotFoundException exception) when (exception.Code == "PROSPECT_NOT_FOUND")
        {
            // v1 says "none" in two ways: by a null, and by this error.
            return null;
        }
    }

    public async Task<Prospect> GetAsync(string prospectId, CancellationToken cancellationToken = default) =>
        (await api.GetAsync(PathSegment.Validate(prospectId), V1Operations.GetProspect, cancellationToken).ConfigureAwait(false))
        .Required(answer => answer.Prospect, V1Operations.GetProspect);

    public async Task<Prospect> UpdateContextAsync(string prospectId, ProspectContextUpdate update, CancellationToken cancellationToken = default)
    {
        PathSegment.Validate(prospectId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        return (await api.UpdateContextAsync(prospectId, update, V1Operations.UpdateContext, cancellationToken).ConfigureAwait(false))
            .Required(answer => answer.Prospect, V1Operations.UpdateContext);
    }

    public Task<Prospect> AddTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) =>
        ChangeTagsAsync(prospectId, tagIds, static (present, given) => present.Union(given), cancellationToken);

    public Task<Prospect> RemoveTagsAsync(string prospectId, IEnumerable<string> tagIds, CancellationToken cancellationToken = default) =>
        ChangeTagsAsync(prospectId, tagIds, static (present, given) => present.Except(given), cancellationToken);

    public AsyncPageable<Prospect> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default) =>
        new DistinctPageable<InboxThread, Prospect>(
            threads.ListAsync(query, cancellationToken), thread => thread.Prospect, prospect => prospect.Id, cancellationToken);

    // v1 writes the tags as one set: a bare write would take off the tags it does not name.
    private async Task<Prospect> ChangeTagsAsync(
        string prospectId,
        IEnumerable<string> tagIds,
        Func<IEnumerable<string>, IEnumerable<string>, IEnumerable<string>> change,
        CancellationToken cancellationToken)
    {
        PathSegment.Validate(prospectId);
        ArgumentNullException.ThrowIfNull(tagIds);
        string[] given = [.. tagIds];
        if (given.Length == 0 || given.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("Name at least one tag, and no empty id. Take the ids from ITagsClient.", nameof(tagIds));

        var prospect = await GetAsync(prospectId, cancellationToken).ConfigureAwait(false);
        var present = prospect.Tags.Select(tag => tag.Id).Where(id => id.Length > 0).ToHashSet();
        var wanted = change(present, given).ToImmutableArray();
        return present.SetEquals(wanted)
            ? prospect
            : await UpdateContextAsync(prospectId, new() { TagIds = wanted }, cancellationToken).ConfigureAwait(false);
    }
}
