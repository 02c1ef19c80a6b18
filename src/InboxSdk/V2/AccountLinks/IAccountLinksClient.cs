namespace InboxSdk.V2;

/// <summary>Lists the team's accounts on the messaging platforms.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>; the members name only those a caller acts on.</remarks>
public interface IAccountLinksClient
{
    /// <summary>Lists the team's accounts, the one that was connected first at the front.</summary>
    /// <param name="query">Which accounts; by default all of them.</param>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The accounts. No request is made before the enumeration begins.</returns>
    /// <exception cref="ArgumentException">The query holds an empty value.</exception>
    /// <exception cref="InboxPlatformException">Enumerating: the team may not use a platform (<c>platformNotAvailable</c>).</exception>
    AsyncPageable<AccountLink> ListAsync(AccountLinkQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Gets an account.</summary>
    /// <param name="accountLinkId">The account's Inbox id.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException"><paramref name="accountLinkId"/> is empty or cannot be an id.</exception>
    /// <exception cref="InboxNotFoundException">There is no such account (<c>accountLinkNotFound</c>).</exception>
    Task<AccountLink> GetAsync(string accountLinkId, CancellationToken cancellationToken = default);
}
