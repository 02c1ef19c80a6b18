using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V2;

/// <summary>The Refit interfaces of v2 on one <see cref="HttpClient"/>, which all views of a client share.</summary>
/// <param name="httpClient">The client, which the pipeline has configured.</param>
/// <param name="pipeline">What all requests share.</param>
/// <param name="newKey">Creates the idempotency key of a message without one; by default 32 random hex digits.</param>
internal sealed class V2Apis(HttpClient httpClient, InboxPipeline pipeline, Func<string>? newKey = null)
{
    private readonly RefitSettings _settings = pipeline.RefitSettings(new JsonBodySerializer());

    public InboxPipeline Pipeline => pipeline;

    public Func<string> NewKey { get; } = newKey ?? (static () => Guid.NewGuid().ToString("N"));

    public IV2PlatformsApi Platforms => field ??= Create<IV2PlatformsApi>();

    public IV2TeamApi Team => field ??= Create<IV2TeamApi>();

    public IV2MembersApi Members => field ??= Create<IV2MembersApi>();

    public IV2AccountLinksApi AccountLinks => field ??= Create<IV2AccountLinksApi>();

    public IV2ContactsApi Contacts => field ??= Create<IV2ContactsApi>();

    public IV2ThreadsApi Threads => field ??= Create<IV2ThreadsApi>();

    public IV2MessagesApi Messages => field ??= Create<IV2MessagesApi>();

    public IV2TagsApi Tags => field ??= Create<IV2TagsApi>();

    public IV2StatusesApi Statuses => field ??= Create<IV2StatusesApi>();

    public IV2ColorsApi Colors => field ??= Create<IV2ColorsApi>();

    public IV2EventsApi Events => field ??= Create<IV2EventsApi>();

    private T Create<T>() => RestService.ForGenerated<T>(httpClient, _settings);
}
