using InboxSdk.Paging;

namespace InboxSdk.V2;

internal sealed class ColorsClient(IV2ColorsApi api, InboxRequestOptions? options) : IColorsClient
{
    public InboxPageable<PaletteColor> ListAsync(CancellationToken cancellationToken = default) => SinglePage.Of(
        token => api.ListAsync(IV2ColorsApi.List.Call(options, token)), cancellationToken);
}
