namespace InboxSdk.V2;

/// <summary>Finds contacts and changes the team's context about them.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>; the members name only those a caller acts on.</remarks>
public interface IContactsClient
{
    /// <summary>Finds contacts by their platform's ids or by their usernames, the one that was created first at the front.</summary>
    /// <param name="query">Which contacts.</param>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The contacts; none for people who are not in Inbox. No request is made before the enumeration begins.</returns>
    /// <exception cref="ArgumentException">The query names nobody, or more than one request can ask for.</exception>
    /// <exception cref="InboxPlatformException">Enumerating: the team may not use the platform (<c>platformNotAvailable</c>).</exception>
    AsyncPageable<Contact> ListAsync(ContactQuery query, CancellationToken cancellationToken = default);

    /// <summary>Gets a contact.</summary>
    /// <param name="contactId">The contact's id.</param>
    /// <param name="expand">What the contact holds beside ids; nothing by default.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="ArgumentException"><paramref name="contactId"/> is empty or cannot be an id.</exception>
    /// <exception cref="InboxNotFoundException">There is no such contact (<c>contactNotFound</c>).</exception>
    Task<Contact> GetAsync(string contactId, ContactExpand expand = ContactExpand.None, CancellationToken cancellationToken = default);

    /// <summary>Changes the team's context about a contact: all assigned fields, in one request.</summary>
    /// <param name="contactId">The contact's id.</param>
    /// <param name="update">What to change; it must set at least one field.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether a change in flight was made is then not known; making it again does no harm.</param>
    /// <returns>The contact after the change.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or <paramref name="update"/> sets nothing. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such contact (<c>contactNotFound</c>).</exception>
    /// <exception cref="InboxValidationException">There is no such status or member, or a field cannot be what it is set to; <see cref="InboxValidationException.Issues"/>
    /// tells which.</exception>
    Task<Contact> UpdateAsync(string contactId, ContactUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Adds a tag to a contact. A contact that has it already keeps it.</summary>
    /// <param name="contactId">The contact's id.</param>
    /// <param name="tagIdOrName">The tag's id or name, case and accents ignored; the id wins.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot be one.</exception>
    /// <exception cref="InboxNotFoundException">There is no such contact or tag; <see cref="InboxApiException.Code"/> tells which.</exception>
    Task AddTagAsync(string contactId, string tagIdOrName, CancellationToken cancellationToken = default);

    /// <summary>Takes a tag off a contact. A contact that does not have it stays as it is.</summary>
    /// <param name="contactId">The contact's id.</param>
    /// <param name="tagIdOrName">The tag's id or name, case and accents ignored; the id wins.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <exception cref="ArgumentException">An id is empty or cannot be one.</exception>
    /// <exception cref="InboxNotFoundException">There is no such contact or tag; <see cref="InboxApiException.Code"/> tells which.</exception>
    Task RemoveTagAsync(string contactId, string tagIdOrName, CancellationToken cancellationToken = default);
}
