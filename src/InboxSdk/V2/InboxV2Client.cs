namespace InboxSdk.V2;

/// <summary>The v2 clients, with the options of their calls. They are created when they are first used: a view for one call costs no more than that call needs.</summary>
internal sealed class InboxV2Client(V2Apis apis, InboxRequestOptions? options = null) : IInboxV2Client
{
    public IPlatformsClient Platforms => field ??= new V2PlatformsClient(apis.Team, options);

    public ITeamClient Team => field ??= new V2TeamClient(apis.Team, options);

    public ITeamMembersClient Members => field ??= new V2MembersClient(apis.Team, options);

    public IAccountLinksClient AccountLinks => field ??= new V2AccountLinksClient(apis.Team, options);

    public IContactsClient Contacts => field ??= new V2ContactsClient(apis.Contacts, options);

    public IContactThreadsClient Threads => field ??= new V2ThreadsClient(apis.Threads, apis.Pipeline.Accounts.Known, options);

    public IMessagesClient Messages => field ??= new V2MessagesClient(apis.Messages, apis.Pipeline.Accounts.Known, apis.NewKey, options);

    public IContactTagsClient Tags => field ??= new V2TagsClient(apis.Tags, options);

    public IContactStatusesClient Statuses => field ??= new V2StatusesClient(apis.Statuses, options);

    public IColorsClient Colors => field ??= new V2ColorsClient(apis.Team, options);

    public IEventsClient Events => field ??= new V2EventsClient(apis.Events, apis.Pipeline.Options.TimeProvider, options);

    public IInboxV2Client WithOptions(Func<InboxRequestOptions, InboxRequestOptions> configure) => With(InboxClientView.Configure(options, configure));

    /// <summary>Returns a view with other options.</summary>
    public InboxV2Client With(InboxRequestOptions requestOptions) => new(apis, requestOptions);
}
