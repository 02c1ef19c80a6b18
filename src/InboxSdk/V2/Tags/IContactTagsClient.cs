namespace InboxSdk.V2;

/// <summary>Lists and changes the tags that can be applied to contacts.</summary>
/// <remarks>
/// <para>A tag is named by its id or by its name, case and accents ignored; where both fit, the id wins.</para>
/// <para>Every call may throw an <see cref="InboxException"/>; the members name only those a caller acts on.</para>
/// </remarks>
public interface IContactTagsClient
{
    /// <summary>Lists every tag, by name. The list comes as one page.</summary>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The tags. No request is made before the enumeration begins.</returns>
    AsyncPageable<ContactTag> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a tag.</summary>
    /// <param name="tagIdOrName">The tag's id or name.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="ArgumentException"><paramref name="tagIdOrName"/> is empty or cannot be an id or a name.</exception>
    /// <exception cref="InboxNotFoundException">There is no such tag (<c>tagNotFound</c>).</exception>
    Task<ContactTag> GetAsync(string tagIdOrName, CancellationToken cancellationToken = default);

    /// <summary>Creates a tag.</summary>
    /// <param name="tag">The tag's name, and perhaps its colour.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether a request in flight created the tag is then not known.</param>
    /// <returns>The new tag.</returns>
    /// <exception cref="ArgumentException">The name or the colour is empty. No request was made.</exception>
    /// <exception cref="InboxConflictException">There is a tag of that name (<c>nameTaken</c>).</exception>
    /// <exception cref="InboxValidationException">The server refuses the colour, or the team has as many tags as it may (<c>tagLimitReached</c>).</exception>
    /// <remarks>A create is not repeated after a fault of the network or the server.</remarks>
    Task<ContactTag> CreateAsync(ContactTagCreate tag, CancellationToken cancellationToken = default);

    /// <summary>Changes a tag.</summary>
    /// <param name="tagIdOrName">The tag's id or name.</param>
    /// <param name="update">What to change; it must set at least one field.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The tag after the change.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or <paramref name="update"/> sets nothing or clears a field. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such tag (<c>tagNotFound</c>).</exception>
    /// <exception cref="InboxConflictException">Another tag has that name (<c>nameTaken</c>).</exception>
    /// <exception cref="InboxValidationException">The server refuses the name or the colour.</exception>
    /// <remarks>A change by name that renames the tag is not found again when its answer was lost and it is repeated; name it by its id.</remarks>
    Task<ContactTag> UpdateAsync(string tagIdOrName, ContactTagUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Deletes a tag, which takes it off every contact.</summary>
    /// <param name="tagIdOrName">The tag's id or name.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <exception cref="ArgumentException"><paramref name="tagIdOrName"/> is empty or cannot be an id or a name.</exception>
    /// <exception cref="InboxNotFoundException">There is no such tag (<c>tagNotFound</c>).</exception>
    Task DeleteAsync(string tagIdOrName, CancellationToken cancellationToken = default);
}
