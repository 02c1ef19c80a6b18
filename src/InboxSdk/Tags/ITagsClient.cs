namespace InboxSdk;

/// <summary>Lists and changes the tags that can be applied to prospects.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>; the members name only those a caller acts on.</remarks>
public interface ITagsClient
{
    /// <summary>Lists every tag.</summary>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The tags. No request is made before the enumeration begins.</returns>
    AsyncPageable<Tag> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds the tag with a name.</summary>
    /// <param name="name">The name; upper and lower case are alike, yet a tag with just this name comes first.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The tag, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    Task<Tag?> FindByNameAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Creates a tag.</summary>
    /// <param name="tag">The tag's name and colour.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether a request in flight created the tag is then not known.</param>
    /// <returns>The new tag.</returns>
    /// <exception cref="ArgumentException">The name or the colour is empty. No request was made.</exception>
    /// <exception cref="InboxConflictException">There is a tag of that name.</exception>
    /// <exception cref="InboxValidationException">The server refuses the name or the colour.</exception>
    /// <remarks>A create is not repeated after a fault of the network or the server, since it could make a second tag.</remarks>
    Task<Tag> CreateAsync(TagCreate tag, CancellationToken cancellationToken = default);

    /// <summary>Changes a tag.</summary>
    /// <param name="tagId">The tag's id.</param>
    /// <param name="update">What to change; it must set at least one field.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The tag after the change.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or <paramref name="update"/> sets nothing or clears a field. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such tag.</exception>
    /// <exception cref="InboxConflictException">Another tag has that name.</exception>
    /// <exception cref="InboxValidationException">The server refuses the name or the colour.</exception>
    Task<Tag> UpdateAsync(string tagId, TagUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Deletes a tag, which takes it off every prospect.</summary>
    /// <param name="tagId">The tag's id.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <exception cref="ArgumentException"><paramref name="tagId"/> is empty or cannot be an id.</exception>
    /// <exception cref="InboxNotFoundException">There is no such tag.</exception>
    Task DeleteAsync(string tagId, CancellationToken cancellationToken = default);

    /// <summary>Gets the colours a tag may have, such as <c>#EF4444</c>.</summary>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The colours.</returns>
    Task<IReadOnlyList<string>> GetColorsAsync(CancellationToken cancellationToken = default);
}
