namespace InboxSdk.V2;

/// <summary>The v2 clients, with the options of their calls. They are created when they are first used: a view for one call costs no more than that call needs.</summary>
internal sealed class InboxV2Client(V2Apis apis, InboxRequestOptions? options = null) : IInboxV2Client
{
    public IPlatformsClient Platforms => field ??= new PlatformsClient(apis.Platforms, options);

    public ITeamClient Team => field ??= new TeamClient(apis.Team, options);

    public ITeamMembersClient Members => field ??= new TeamMembersClient(apis.Members, options);

    public IAccountLinksClient AccountLinks => field ??= new AccountLinksClient(apis.AccountLinks, options);

    public IContactsClient Contacts => field ??= new ContactsClient(apis.Contacts, options);

    public IContactThreadsClient Threads => field ??= new ContactThreadsClient(apis.Threads, apis.Pipeline.Accounts.Known, options);

    public IMessagesClient Messages => field ??= new MessagesClient(apis.Messages, apis.Pipeline.Accounts.Known, apis.NewKey, options);

    public IContactTagsClient Tags => field ??= new ContactTagsClient(apis.Tags, options);

    public IContactStatusesClient Statuses => field ??= new ContactStatusesClient(apis.Statuses, options);

    public IColorsClient Colors => field ??= new ColorsClient(apis.Colors, options);

    public IEventsClient Events => field ??= new EventsClient(apis.Events, apis.Pipeline.Options.TimeProvider, options);

    public IInboxV2Client WithOptions(Func<InboxRequestOptions, InboxRequestOptions> configure) => With(InboxClientView.Configure(options, configure));

    /// <summary>Returns a view with other options.</summary>
    public InboxV2Client With(InboxRequestOptions requestOptions) => new(apis, requestOptions);
}
