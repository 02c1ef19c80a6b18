using InboxSdk.Pipeline;

namespace InboxSdk.V1;

internal sealed class V1ProspectsClient(IV1ProspectsApi api, IThreadsClient threads, InboxRequestOptions? options) : ProspectsClient(threads)
{
    public override async Task<Prospect?> FindByPlatformIdAsync(string platformId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(platformId);
        try
        {
            return (await api.FindAsync(platformId, IV1ProspectsApi.Find.Call(options, cancellationToken)).ConfigureAwait(false)).Prospect;
        }
        catch (InboxNotFoundException exception) when (exception.Code == InboxErrorCodes.V1ProspectNotFound)
        {
            // v1 says "none" in two ways: by a null, and by this error.
            return null;
        }
    }

    // As many as a bulk run has in flight by default.
    protected override int MaxLookups => 8;

    protected override Task<IReadOnlyDictionary<string, Prospect?>> FindBatchAsync(IReadOnlyList<string> platformIds, ProspectExpand expand, CancellationToken cancellationToken) =>
        LookUpEachAsync(platformIds, (platformId, token) => FindByPlatformIdAsync(platformId, cancellationToken: token), cancellationToken);

    protected override void ValidateId(string prospectId) => PathSegment.Validate(prospectId);

    protected override LookUpBatch BeginGetMany(ProspectExpand expand) => (ids, cancellationToken) => LookUpEachAsync(ids, GetOrNullAsync, cancellationToken);

    public override async Task<Prospect> GetAsync(string prospectId, ProspectExpand expand = ProspectExpand.None, CancellationToken cancellationToken = default) =>
        (await api.GetAsync(PathSegment.Validate(prospectId), IV1ProspectsApi.Get.Call(options, cancellationToken)).ConfigureAwait(false)).Prospect!;

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
        return (await api.UpdateAsync(prospectId, update, IV1ProspectsApi.Update.Call(options, cancellationToken)).ConfigureAwait(false)).Prospect!;
    }

    private async Task<Prospect?> GetOrNullAsync(string prospectId, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(prospectId, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (InboxNotFoundException exception) when (exception.Code == InboxErrorCodes.V1ProspectNotFound)
        {
            return null;
        }
    }
}
