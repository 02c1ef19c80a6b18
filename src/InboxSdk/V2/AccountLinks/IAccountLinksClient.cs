namespace InboxSdk.V2;

/// <summary>Lists the team's accounts on messaging platforms.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>; the methods document only the types that callers typically handle.</remarks>
public interface IAccountLinksClient
{
    /// <summary>Lists the team's accounts, in the order they were connected.</summary>
    /// <param name="query">The accounts to list. The default is all accounts.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The accounts. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentException">The query contains an empty value.</exception>
    /// <exception cref="InboxPlatformException">During enumeration: a platform is not available to the team (<c>platformNotAvailable</c>).</exception>
    InboxPageable<AccountLink> ListAsync(AccountLinkQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Gets an account.</summary>
    /// <param name="accountLinkId">The Inbox id of the account.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException"><paramref name="accountLinkId"/> is empty or not a valid id.</exception>
    /// <exception cref="InboxNotFoundException">The account does not exist (<c>accountLinkNotFound</c>).</exception>
    Task<AccountLink> GetAsync(string accountLinkId, CancellationToken cancellationToken = default);
}
