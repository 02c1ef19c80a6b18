namespace InboxSdk.V2;

/// <summary>Lists and changes the tags of contacts.</summary>
/// <remarks>
/// <para>A tag is identified by its id or its name, ignoring case and accents. The id takes precedence.</para>
/// <para>Every method can throw an <see cref="InboxException"/>; the methods document only the types that callers typically handle.</para>
/// </remarks>
public interface IContactTagsClient
{
    /// <summary>Lists all tags by name, in a single page.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The tags. No request is sent until enumeration starts.</returns>
    InboxPageable<ContactTag> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a tag.</summary>
    /// <param name="tagIdOrName">The id or the name of the tag.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="ArgumentException"><paramref name="tagIdOrName"/> is empty, or not a valid id or name.</exception>
    /// <exception cref="InboxNotFoundException">The tag does not exist (<c>tagNotFound</c>).</exception>
    Task<ContactTag> GetAsync(string tagIdOrName, CancellationToken cancellationToken = default);

    /// <summary>Creates a tag.</summary>
    /// <param name="tag">The name and, optionally, the color.</param>
    /// <param name="cancellationToken">Cancels the call. Whether a request in flight created the tag is then unknown.</param>
    /// <returns>The new tag.</returns>
    /// <exception cref="ArgumentException">The name or the color is empty. No request was sent.</exception>
    /// <exception cref="InboxConflictException">A tag with this name already exists (<c>nameTaken</c>).</exception>
    /// <exception cref="InboxValidationException">The server rejects the color, or the team has reached the maximum number of tags (<c>tagLimitReached</c>).</exception>
    /// <remarks>A create is not retried after a network or server error.</remarks>
    Task<ContactTag> CreateAsync(ContactTagCreate tag, CancellationToken cancellationToken = default);

    /// <summary>Updates a tag.</summary>
    /// <param name="tagIdOrName">The id or the name of the tag.</param>
    /// <param name="update">The changes. At least one property must be set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The updated tag.</returns>
    /// <exception cref="ArgumentException">The id is not valid, or <paramref name="update"/> has no changes or clears a property. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The tag does not exist (<c>tagNotFound</c>).</exception>
    /// <exception cref="InboxConflictException">Another tag has this name (<c>nameTaken</c>).</exception>
    /// <exception cref="InboxValidationException">The server rejects the name or the color.</exception>
    /// <remarks>A retry of an update by name that renames the tag does not find it, if the first response was lost. Use the id instead.</remarks>
    Task<ContactTag> UpdateAsync(string tagIdOrName, ContactTagUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Deletes a tag, which removes it from every contact.</summary>
    /// <param name="tagIdOrName">The id or the name of the tag.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="tagIdOrName"/> is empty, or not a valid id or name.</exception>
    /// <exception cref="InboxNotFoundException">The tag does not exist (<c>tagNotFound</c>).</exception>
    Task DeleteAsync(string tagIdOrName, CancellationToken cancellationToken = default);
}
