using InboxSdk.Paging;
using InboxSdk.Pipeline;

namespace InboxSdk.V1;

internal sealed class V1ThreadsClient(IV1ThreadsApi api, InboxRequestOptions? options) : IThreadsClient
{
    public InboxPageable<InboxThread> ListAsync(ThreadQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new ThreadQuery();
        query.Validate();
        var fingerprint = ThreadListRequest.Fingerprint(query);
        return new CursorPageable<InboxThread>(
            async (continuationToken, pageSize, token) =>
            {
                var cursor = continuationToken is null ? null : V1Cursor.FromContinuationToken(continuationToken, fingerprint);
                var request = new ThreadListRequest(query, pageSize ?? query.PageSize, cursor);
                var response = await api.ListAsync(request, IV1ThreadsApi.List.Call(options, token)).ConfigureAwait(false);
                return new InboxPage<InboxThread>(response.Threads!, response.NextCursor is { IsEmpty: false } next ? next.ToContinuationToken(fingerprint) : null);
            },
            continuationToken => V1Cursor.FromContinuationToken(continuationToken, fingerprint),
            cancellationToken);
    }

    public async Task<InboxThread?> FindAsync(string prospectPlatformId, string accountLinkId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prospectPlatformId);
        ArgumentException.ThrowIfNullOrWhiteSpace(accountLinkId);
        try
        {
            return (await api.FindAsync(prospectPlatformId, accountLinkId, IV1ThreadsApi.Find.Call(options, cancellationToken)).ConfigureAwait(false)).Thread;
        }
        catch (InboxNotFoundException exception) when (exception.Code == InboxErrorCodes.V1ThreadNotFound)
        {
            // v1 says "none" in two ways: by a null, and by this error.
            return null;
        }
    }

    public async Task<InboxThread> GetAsync(string threadId, CancellationToken cancellationToken = default) =>
        (await api.GetAsync(PathSegment.Validate(threadId), IV1ThreadsApi.Get.Call(options, cancellationToken)).ConfigureAwait(false)).Thread!;

    public async Task<InboxThread> UpdateAsync(string threadId, ThreadUpdate update, CancellationToken cancellationToken = default)
    {
        PathSegment.Validate(threadId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        return (await api.UpdateAsync(threadId, update, IV1ThreadsApi.Update.Call(options, cancellationToken)).ConfigureAwait(false)).Thread!;
    }
}
