using InboxSdk.Paging;

namespace InboxSdk.V2;

internal sealed class PlatformsClient(IV2PlatformsApi api, InboxRequestOptions? options) : IPlatformsClient
{
    public InboxPageable<PlatformInfo> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        token => api.ListAsync(IV2PlatformsApi.List.Call(options, token)), cancellationToken);
}
