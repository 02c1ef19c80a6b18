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

    /// <summary>Returns a view of the client whose calls have other options: for one call or for many.</summary>
    /// <param name="configure">Returns the options, from those of this client or view: <c>options =&gt; options with { Deadline = TimeSpan.FromSeconds(5) }</c>.</param>
    /// <returns>The view. It shares the connections and the rate limiter, and is cheap to create.</returns>
    /// <exception cref="ArgumentException">An option is outside its range; the message says which.</exception>
    IInboxClient WithOptions(Func<InboxRequestOptions, InboxRequestOptions> configure);
}
