namespace InboxSdk.V2;

/// <summary>Finds contacts and updates the team's context about them.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>; the methods document only the types that callers typically handle.</remarks>
public interface IContactsClient
{
    /// <summary>Finds contacts by platform id or username, in the order they were created.</summary>
    /// <param name="query">The contacts to find.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The contacts; people who are not in Inbox are omitted. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentException">The query has no values, or more than one request allows.</exception>
    /// <exception cref="InboxPlatformException">During enumeration: the platform is not available to the team (<c>platformNotAvailable</c>).</exception>
    InboxPageable<Contact> ListAsync(ContactQuery query, CancellationToken cancellationToken = default);

    /// <summary>Gets a contact.</summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="expand">The related objects to include. The default is none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="ArgumentException"><paramref name="contactId"/> is empty or not a valid id.</exception>
    /// <exception cref="InboxNotFoundException">The contact does not exist (<c>contactNotFound</c>).</exception>
    Task<Contact> GetAsync(string contactId, ContactExpand expand = ContactExpand.None, CancellationToken cancellationToken = default);

    /// <summary>Updates the team's context about a contact with one request.</summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="update">The changes. At least one property must be set.</param>
    /// <param name="cancellationToken">Cancels the call. Whether a request in flight was applied is then unknown; repeating it is safe.</param>
    /// <returns>The updated contact.</returns>
    /// <exception cref="ArgumentException">An id is not valid, or <paramref name="update"/> has no changes. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The contact does not exist (<c>contactNotFound</c>).</exception>
    /// <exception cref="InboxValidationException">The status or the member does not exist, or a value is not valid; <see cref="InboxValidationException.Issues"/>
    /// identifies it.</exception>
    Task<Contact> UpdateAsync(string contactId, ContactUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Adds a tag to a contact. If the contact already has the tag, nothing changes.</summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="tagIdOrName">The id or the name of the tag, ignoring case and accents. The id takes precedence.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or not valid.</exception>
    /// <exception cref="InboxNotFoundException">The contact or the tag does not exist; <see cref="InboxApiException.Code"/> identifies it.</exception>
    Task AddTagAsync(string contactId, string tagIdOrName, CancellationToken cancellationToken = default);

    /// <summary>Removes a tag from a contact. If the contact does not have the tag, nothing changes.</summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="tagIdOrName">The id or the name of the tag, ignoring case and accents. The id takes precedence.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty or not valid.</exception>
    /// <exception cref="InboxNotFoundException">The contact or the tag does not exist; <see cref="InboxApiException.Code"/> identifies it.</exception>
    Task RemoveTagAsync(string contactId, string tagIdOrName, CancellationToken cancellationToken = default);
}
