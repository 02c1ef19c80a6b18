namespace InboxSdk.V2;

/// <summary>Provides access to the resources of v2: contacts with their profiles, threads, messages, events and more.</summary>
/// <remarks>
/// <para>Platforms are those of the facade: <see cref="Platform.X"/> is <c>twitter</c> in v2.</para>
/// <para>In addition to the codes documented per method, every call can fail with <c>unauthorized</c> (<see cref="InboxAuthenticationException"/>),
/// <c>invalidRequest</c> and, for paged lists, <c>invalidCursor</c> (<see cref="InboxValidationException"/>), <c>rateLimited</c>
/// (<see cref="InboxRateLimitException"/>) and <c>internal</c> (<see cref="InboxServerException"/>). Calls for contacts, threads, messages and accounts can also
/// fail with <c>platformNotAvailable</c> (<see cref="InboxPlatformException"/>), and writes with <c>workspaceLocked</c>
/// (<see cref="InboxPlanException"/>).</para>
/// </remarks>
public interface IInboxV2Client
{
    /// <summary>Gets the client for messaging platforms.</summary>
    IPlatformsClient Platforms { get; }

    /// <summary>Gets the client for the team.</summary>
    ITeamClient Team { get; }

    /// <summary>Gets the client for team members.</summary>
    ITeamMembersClient Members { get; }

    /// <summary>Gets the client for the team's accounts on platforms.</summary>
    IAccountLinksClient AccountLinks { get; }

    /// <summary>Gets the client for contacts.</summary>
    IContactsClient Contacts { get; }

    /// <summary>Gets the client for threads.</summary>
    IContactThreadsClient Threads { get; }

    /// <summary>Gets the client for messages.</summary>
    IMessagesClient Messages { get; }

    /// <summary>Gets the client for tags.</summary>
    IContactTagsClient Tags { get; }

    /// <summary>Gets the client for statuses.</summary>
    IContactStatusesClient Statuses { get; }

    /// <summary>Gets the client for the colors of tags and statuses.</summary>
    IColorsClient Colors { get; }

    /// <summary>Gets the client for events.</summary>
    IEventsClient Events { get; }

    /// <summary>Returns a view of the client whose calls have other options: for one call or for many.</summary>
    /// <param name="configure">Returns the options, from those of this client or view: <c>options =&gt; options with { Deadline = TimeSpan.FromSeconds(5) }</c>.</param>
    /// <returns>The view. It shares the connections and the rate limiter, and is cheap to create.</returns>
    /// <exception cref="ArgumentException">An option is outside its range; the message says which.</exception>
    IInboxV2Client WithOptions(Func<InboxRequestOptions, InboxRequestOptions> configure);
}
