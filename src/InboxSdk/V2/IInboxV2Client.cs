namespace InboxSdk.V2;

/// <summary>All of v2, by its own nouns: contacts with their profiles, threads, messages and events.</summary>
/// <remarks>
/// <para>A platform is the facade's <see cref="Platform"/>: what v2 calls <c>twitter</c> is <see cref="Platform.X"/>.</para>
/// <para>Beside the codes that the members name, every call may meet <c>unauthorized</c> (<see cref="InboxAuthenticationException"/>), <c>invalidRequest</c> and, in
/// lists that come by the page, <c>invalidCursor</c> (<see cref="InboxValidationException"/>), <c>rateLimited</c> (<see cref="InboxRateLimitException"/>) and <c>internal</c>
/// (<see cref="InboxServerException"/>); those about contacts, threads, messages and accounts also <c>platformNotAvailable</c>
/// (<see cref="InboxPlatformException"/>), and those that write <c>workspaceLocked</c> (<see cref="InboxPlanException"/>).</para>
/// </remarks>
public interface IInboxV2Client
{
    /// <summary>Gets the messaging platforms the team can use.</summary>
    IPlatformsClient Platforms { get; }

    /// <summary>Gets the team.</summary>
    ITeamClient Team { get; }

    /// <summary>Gets the members of the team.</summary>
    ITeamMembersClient Members { get; }

    /// <summary>Gets the team's accounts on the platforms.</summary>
    IAccountLinksClient AccountLinks { get; }

    /// <summary>Gets the contacts and the team's context about them.</summary>
    IContactsClient Contacts { get; }

    /// <summary>Gets the threads.</summary>
    IContactThreadsClient Threads { get; }

    /// <summary>Gets the messages.</summary>
    IMessagesClient Messages { get; }

    /// <summary>Gets the tags.</summary>
    IContactTagsClient Tags { get; }

    /// <summary>Gets the statuses.</summary>
    IContactStatusesClient Statuses { get; }

    /// <summary>Gets the palette for tags and statuses.</summary>
    IColorsClient Colors { get; }

    /// <summary>Gets what happened.</summary>
    IEventsClient Events { get; }
}
