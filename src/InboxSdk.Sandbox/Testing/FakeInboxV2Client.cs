using InboxSdk.V2;

namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IInboxV2Client"/> for unit tests.</summary>
/// <remarks>The resources are fakes too: set the functions of the methods that the code under test calls. All other methods throw.</remarks>
/// <example>
/// <code>
/// var inbox = new FakeInboxV2Client { Contacts = { OnGet = (id, expand) => new() { Id = id, Notes = "Asked for a demo" } } };
/// </code>
/// </example>
public class FakeInboxV2Client : IInboxV2Client
{
    /// <summary>Gets the fake of <c>AccountLinks</c>.</summary>
    public FakeAccountLinksClient AccountLinks { get; init; } = new();

    /// <summary>Gets the fake of <c>Colors</c>.</summary>
    public FakeColorsClient Colors { get; init; } = new();

    /// <summary>Gets the fake of <c>Contacts</c>.</summary>
    public FakeContactsClient Contacts { get; init; } = new();

    /// <summary>Gets the fake of <c>Events</c>.</summary>
    public FakeEventsClient Events { get; init; } = new();

    /// <summary>Gets the fake of <c>Members</c>.</summary>
    public FakeTeamMembersClient Members { get; init; } = new();

    /// <summary>Gets the fake of <c>Messages</c>.</summary>
    public FakeMessagesClient Messages { get; init; } = new();

    /// <summary>Gets the fake of <c>Platforms</c>.</summary>
    public FakePlatformsClient Platforms { get; init; } = new();

    /// <summary>Gets the fake of <c>Statuses</c>.</summary>
    public FakeContactStatusesClient Statuses { get; init; } = new();

    /// <summary>Gets the fake of <c>Tags</c>.</summary>
    public FakeContactTagsClient Tags { get; init; } = new();

    /// <summary>Gets the fake of <c>Team</c>.</summary>
    public FakeTeamClient Team { get; init; } = new();

    /// <summary>Gets the fake of <c>Threads</c>.</summary>
    public FakeContactThreadsClient Threads { get; init; } = new();

    IAccountLinksClient IInboxV2Client.AccountLinks => AccountLinks;

    IColorsClient IInboxV2Client.Colors => Colors;

    IContactsClient IInboxV2Client.Contacts => Contacts;

    IEventsClient IInboxV2Client.Events => Events;

    ITeamMembersClient IInboxV2Client.Members => Members;

    IMessagesClient IInboxV2Client.Messages => Messages;

    IPlatformsClient IInboxV2Client.Platforms => Platforms;

    IContactStatusesClient IInboxV2Client.Statuses => Statuses;

    IContactTagsClient IInboxV2Client.Tags => Tags;

    ITeamClient IInboxV2Client.Team => Team;

    IContactThreadsClient IInboxV2Client.Threads => Threads;

    /// <summary>Returns this client, whose methods ignore the options.</summary>
    /// <param name="configure">The change of the options, which is invoked.</param>
    /// <returns>This client.</returns>
    public virtual IInboxV2Client WithOptions(Func<InboxRequestOptions, InboxRequestOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(new());
        return this;
    }
}
