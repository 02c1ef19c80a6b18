using InboxSdk.Names;
using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V1;

/// <summary>The Refit interfaces of v1 on one <see cref="HttpClient"/>, which all views of a client share.</summary>
internal sealed class V1Adapter(HttpClient httpClient, InboxPipeline pipeline)
{
    private readonly RefitSettings _settings = pipeline.RefitSettings(new JsonBodySerializer());
    private IV1ProspectsApi? _prospects;
    private IV1ThreadsApi? _threads;
    private IV1TagsApi? _tags;
    private IV1StatusesApi? _statuses;
    private IV1MembersApi? _members;

    /// <summary>Creates the facade's clients with the options of their calls; null for the client's.</summary>
    /// <param name="names">The lists in which items are found by name.</param>
    /// <param name="options">The options of the calls.</param>
    public FacadeParts Create(NameCache names, InboxRequestOptions? options)
    {
        var threads = new V1ThreadsClient(Api(ref _threads), options);
        return new(
            new V1ProspectsClient(Api(ref _prospects), threads, options) { Logger = pipeline.Logger },
            threads,
            new V1TagsClient(Api(ref _tags), names.Tags, options),
            new V1StatusesClient(Api(ref _statuses), names.Statuses, options),
            new V1MembersClient(Api(ref _members), names.Members, options));
    }

    private T Api<T>(ref T? api)
        where T : class => api ??= RestService.ForGenerated<T>(httpClient, _settings);
}
