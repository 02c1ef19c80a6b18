using InboxSdk.Http;
using Refit;

namespace InboxSdk.V1;

/// <summary>Puts the v1 clients together on one <see cref="HttpClient"/>.</summary>
internal sealed class V1Adapter
{
    public V1Adapter(HttpClient httpClient, InboxPipeline pipeline)
    {
        var settings = pipeline.RefitSettings(new JsonBodySerializer(V1JsonContext.Default));
        Threads = new V1ThreadsClient(RestService.ForGenerated<IV1ThreadsApi>(httpClient, settings));
        Prospects = new V1ProspectsClient(RestService.ForGenerated<IV1ProspectsApi>(httpClient, settings), Threads);
        Tags = new V1TagsClient(RestService.ForGenerated<IV1TagsApi>(httpClient, settings));
        Statuses = new V1StatusesClient(RestService.ForGenerated<IV1StatusesApi>(httpClient, settings));
        Members = new V1MembersClient(RestService.ForGenerated<IV1MembersApi>(httpClient, settings));
    }

    public IProspectsClient Prospects { get; }

    public IThreadsClient Threads { get; }

    public ITagsClient Tags { get; }

    public IStatusesClient Statuses { get; }

    public IMembersClient Members { get; }
}
