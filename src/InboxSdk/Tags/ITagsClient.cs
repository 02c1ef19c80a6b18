namespace InboxSdk;

/// <summary>Lists and changes the tags of prospects.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>; the methods document only the types that callers typically handle.</remarks>
public interface ITagsClient
{
    /// <summary>Lists all tags.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The tags. No request is sent until enumeration starts.</returns>
    InboxPageable<Tag> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds a tag by name.</summary>
    /// <param name="name">The name. Case is ignored, but an exact match takes precedence.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tag, or <see langword="null"/> if there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    Task<Tag?> FindByNameAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Creates a tag.</summary>
    /// <param name="tag">The name and the color.</param>
    /// <param name="cancellationToken">Cancels the call. Whether a request in flight created the tag is then unknown.</param>
    /// <returns>The new tag.</returns>
    /// <exception cref="ArgumentException">The name or the color is empty. No request was sent.</exception>
    /// <exception cref="InboxConflictException">A tag with this name already exists.</exception>
    /// <exception cref="InboxValidationException">The server rejects the name or the color.</exception>
    /// <remarks>A create is not retried after a network or server error, because it could create a second tag.</remarks>
    Task<Tag> CreateAsync(TagCreate tag, CancellationToken cancellationToken = default);

    /// <summary>Updates a tag.</summary>
    /// <param name="tagId">The id of the tag.</param>
    /// <param name="update">The changes. At least one property must be set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The updated tag.</returns>
    /// <exception cref="ArgumentException">The id is not valid, or <paramref name="update"/> has no changes or clears a property. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The tag does not exist.</exception>
    /// <exception cref="InboxConflictException">Another tag has this name.</exception>
    /// <exception cref="InboxValidationException">The server rejects the name or the color.</exception>
    Task<Tag> UpdateAsync(string tagId, TagUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Deletes a tag, which removes it from every prospect.</summary>
    /// <param name="tagId">The id of the tag.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="tagId"/> is empty or not a valid id.</exception>
    /// <exception cref="InboxNotFoundException">The tag does not exist.</exception>
    Task DeleteAsync(string tagId, CancellationToken cancellationToken = default);

    /// <summary>Gets the colors available for tags, such as <c>#EF4444</c>.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The colors.</returns>
    Task<IReadOnlyList<string>> GetColorsAsync(CancellationToken cancellationToken = default);
}
