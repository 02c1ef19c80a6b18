using InboxSdk.Http;
using Refit;

namespace InboxSdk.V2;

/// <summary>Creates the v2 clients on one <see cref="HttpClient"/>.</summary>
internal sealed class InboxV2Client : IInboxV2Client
{
    /// <param name="httpClient">The client, configured by the pipeline.</param>
    /// <param name="pipeline">The services that all requests share.</param>
    /// <param name="newKey">Generates the idempotency key of a send without one. The default is 32 random hexadecimal digits.</param>
    public InboxV2Client(HttpClient httpClient, InboxPipeline pipeline, Func<string>? newKey = null)
    {
        var serializer = new JsonBodySerializer(V2JsonContext.Default);
        var settings = pipeline.RefitSettings(serializer);
        var team = RestService.ForGenerated<IV2TeamApi>(httpClient, settings);
        Platforms = new V2PlatformsClient(team);
        Team = new V2TeamClient(team);
        Members = new V2MembersClient(team);
        AccountLinks = new V2AccountLinksClient(team);
        Colors = new V2ColorsClient(team);
        Contacts = new V2ContactsClient(RestService.ForGenerated<IV2ContactsApi>(httpClient, settings));
        Threads = new V2ThreadsClient(RestService.ForGenerated<IV2ThreadsApi>(httpClient, settings), pipeline.Accounts.Known);
        Messages = new V2MessagesClient(
            RestService.ForGenerated<IV2MessagesApi>(httpClient, settings), pipeline.Accounts.Known, newKey ?? (() => Guid.NewGuid().ToString("N")));
        Tags = new V2TagsClient(RestService.ForGenerated<IV2TagsApi>(httpClient, settings));
        Statuses = new V2StatusesClient(RestService.ForGenerated<IV2StatusesApi>(httpClient, settings));
        Events = new V2EventsClient(RestService.ForGenerated<IV2EventsApi>(httpClient, settings), pipeline.Options.TimeProvider);
    }

    public IPlatformsClient Platforms { get; }

    public ITeamClient Team { get; }

    public ITeamMembersClient Members { get; }

    public IAccountLinksClient AccountLinks { get; }

    public IContactsClient Contacts { get; }

    public IContactThreadsClient Threads { get; }

    public IMessagesClient Messages { get; }

    public IContactTagsClient Tags { get; }

    public IContactStatusesClient Statuses { get; }

    public IColorsClient Colors { get; }

    public IEventsClient Events { get; }
}
