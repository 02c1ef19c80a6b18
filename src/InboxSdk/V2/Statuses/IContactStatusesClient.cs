namespace InboxSdk.V2;

/// <summary>Lists and changes statuses, the stages of the pipeline.</summary>
/// <remarks>
/// <para>A status is identified by its id or its name, ignoring case and accents. The id takes precedence.</para>
/// <para>Every method can throw an <see cref="InboxException"/>; the methods document only the types that callers typically handle.</para>
/// </remarks>
public interface IContactStatusesClient
{
    /// <summary>Lists all statuses in pipeline order, in a single page.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The statuses. No request is sent until enumeration starts.</returns>
    InboxPageable<ContactStatus> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a status.</summary>
    /// <param name="statusIdOrName">The id or the name of the status.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The status.</returns>
    /// <exception cref="ArgumentException"><paramref name="statusIdOrName"/> is empty, or not a valid id or name.</exception>
    /// <exception cref="InboxNotFoundException">The status does not exist (<c>statusNotFound</c>).</exception>
    Task<ContactStatus> GetAsync(string statusIdOrName, CancellationToken cancellationToken = default);

    /// <summary>Creates a status.</summary>
    /// <param name="status">The name and, optionally, the color.</param>
    /// <param name="cancellationToken">Cancels the call. Whether a request in flight created the status is then unknown.</param>
    /// <returns>The new status.</returns>
    /// <exception cref="ArgumentException">The name or the color is empty. No request was sent.</exception>
    /// <exception cref="InboxConflictException">A status with this name already exists (<c>nameTaken</c>).</exception>
    /// <exception cref="InboxValidationException">The server rejects the color.</exception>
    /// <remarks>A create is not retried after a network or server error.</remarks>
    Task<ContactStatus> CreateAsync(ContactStatusCreate status, CancellationToken cancellationToken = default);

    /// <summary>Updates a status.</summary>
    /// <param name="statusIdOrName">The id or the name of the status.</param>
    /// <param name="update">The changes. At least one property must be set.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The updated status.</returns>
    /// <exception cref="ArgumentException">The id is not valid, or <paramref name="update"/> has no changes or clears a property. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The status does not exist (<c>statusNotFound</c>).</exception>
    /// <exception cref="InboxConflictException">Another status has this name (<c>nameTaken</c>).</exception>
    /// <exception cref="InboxValidationException">The server rejects the name or the color.</exception>
    /// <remarks>A retry of an update by name that renames the status does not find it, if the first response was lost. Use the id instead.</remarks>
    Task<ContactStatus> UpdateAsync(string statusIdOrName, ContactStatusUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Deletes a status.</summary>
    /// <param name="statusIdOrName">The id or the name of the status.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="statusIdOrName"/> is empty, or not a valid id or name.</exception>
    /// <exception cref="InboxNotFoundException">The status does not exist (<c>statusNotFound</c>).</exception>
    Task DeleteAsync(string statusIdOrName, CancellationToken cancellationToken = default);
}
