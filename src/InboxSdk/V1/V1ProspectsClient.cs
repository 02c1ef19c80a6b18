using InboxSdk.Http;

namespace InboxSdk.V1;

internal sealed class V1ProspectsClient(IV1ProspectsApi api, IThreadsClient threads, InboxRequestOptions? options) : ProspectsClient(threads)
{
    public override async Task<Prospect?> FindByPlatformIdAsync(string platformId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(platformId);
        try
        {
            return (await api.FindAsync(platformId, V1Operations.FindProspect.With(options), cancellationToken).ReadAsync<ProspectResponse>().ConfigureAwait(false)).Prospect;
        }
        catch (InboxNotFoundException exception) when (exception.Code == InboxErrorCodes.V1ProspectNotFound)
        {
            // v1 says "none" in two ways: by a null, and by this error.
            return null;
        }
    }

    // As many as a bulk run has in flight by default.
    protected override int MaxLookups => 8;

    protected override async Task<IReadOnlyDictionary<string, Prospect>> FindBatchAsync(IReadOnlyList<string> platformIds, CancellationToken cancellationToken)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var lookups = platformIds.Select(async platformId =>
        {
            try
            {
                return await FindByPlatformIdAsync(platformId, cancellationToken: failed.Token).ConfigureAwait(false);
            }
            catch
            {
                await failed.CancelAsync().ConfigureAwait(false);
                throw;
            }
        });
        var found = await Task.WhenAll(lookups).ConfigureAwait(false);
        return platformIds.Zip(found).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => pair.Second!);
    }

    public override async Task<Prospect> GetAsync(string prospectId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) =>
        (await api.GetAsync(PathSegment.Validate(prospectId), V1Operations.GetProspect.With(options), cancellationToken).ReadAsync<ProspectResponse>().ConfigureAwait(false)).Prospect!;

    public override async Task<Prospect> UpdateAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken = default)
    {
        PathSegment.Validate(prospectId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        if (update.ChangesTags)
        {
            // v1 writes the tags as one set: a write without them would remove the tags it does not include.
            var prospect = await GetAsync(prospectId, cancellationToken: cancellationToken).ConfigureAwait(false);
            update = update.WithTagsOf(prospect);
            if (update.IsEmpty)
                return prospect;
        }

        // Empty ones change nothing, and v1 has no such fields.
        update = update with { AddTagIds = default, RemoveTagIds = default };
        return (await api.UpdateAsync(prospectId, update, V1Operations.UpdateContext.With(options), cancellationToken).ReadAsync<ProspectResponse>().ConfigureAwait(false)).Prospect!;
    }
}
