namespace InboxSdk;

/// <summary>Gives access to everything a team keeps in Inbox: the people it talks to, the conversations, and how they are organised.</summary>
/// <remarks>
/// <para>Register it with <c>services.AddInboxClient()</c>, or create one with <see cref="InboxClient.Create"/>. One instance serves a whole
/// application: every member is safe for concurrent use.</para>
/// <para>Every property is an interface without logic of its own, so an application's tests can fake any of them.</para>
/// </remarks>
public interface IInboxClient
{
    /// <summary>Gets the prospects: the people on the other side, and the team's context about them.</summary>
    IProspectsClient Prospects { get; }

    /// <summary>Gets the threads: the conversations with prospects.</summary>
    IThreadsClient Threads { get; }

    /// <summary>Gets the tags that can be applied to prospects.</summary>
    ITagsClient Tags { get; }

    /// <summary>Gets the statuses: the stages of the team's pipeline.</summary>
    IStatusesClient Statuses { get; }

    /// <summary>Gets the members of the team.</summary>
    IMembersClient Members { get; }

    /// <summary>Gets the quota that paces the requests: how much of it is used, and when the next request may be sent.</summary>
    IInboxQuota Quota { get; }
}
