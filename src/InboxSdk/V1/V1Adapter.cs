using InboxSdk.Http;
using Refit;

namespace InboxSdk.V1;

/// <summary>Creates the v1 clients on one <see cref="HttpClient"/>.</summary>
internal static class V1Adapter
{
    public static FacadeParts Create(HttpClient httpClient, InboxPipeline pipeline)
    {
        var settings = pipeline.RefitSettings(new JsonBodySerializer(V1JsonContext.Default));
        var threads = new V1ThreadsClient(RestService.ForGenerated<IV1ThreadsApi>(httpClient, settings));
        return new(
            new V1ProspectsClient(RestService.ForGenerated<IV1ProspectsApi>(httpClient, settings), threads) { Logger = pipeline.Logger },
            threads,
            new V1TagsClient(RestService.ForGenerated<IV1TagsApi>(httpClient, settings)),
            new V1StatusesClient(RestService.ForGenerated<IV1StatusesApi>(httpClient, settings)),
            new V1MembersClient(RestService.ForGenerated<IV1MembersApi>(httpClient, settings)));
    }
}
