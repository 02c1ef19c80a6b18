namespace InboxSdk;

/// <summary>Provides access to the team's data in Inbox: prospects, threads, tags, statuses and members.</summary>
/// <remarks>
/// <para>Register it with <c>services.AddInboxClient()</c>, or create one with <see cref="InboxClient.Create"/>. Use one instance per
/// application: all members are thread-safe.</para>
/// <para>Every property is an interface without logic, so that tests of an application can fake it.</para>
/// </remarks>
public interface IInboxClient
{
    /// <summary>Gets the client for prospects and the team's context about them.</summary>
    IProspectsClient Prospects { get; }

    /// <summary>Gets the client for threads, the conversations with prospects.</summary>
    IThreadsClient Threads { get; }

    /// <summary>Gets the client for tags of prospects.</summary>
    ITagsClient Tags { get; }

    /// <summary>Gets the client for statuses, the stages of the team's pipeline.</summary>
    IStatusesClient Statuses { get; }

    /// <summary>Gets the client for team members.</summary>
    IMembersClient Members { get; }

    /// <summary>Gets the usage of the rate limits, and when the next request may be sent.</summary>
    IInboxRateLimits RateLimits { get; }
}
