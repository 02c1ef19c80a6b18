namespace InboxSdk.V2;

/// <summary>Lists and changes the statuses: the stages of the pipeline.</summary>
/// <remarks>
/// <para>A status is named by its id or by its name, case and accents ignored; where both fit, the id wins.</para>
/// <para>Every call may throw an <see cref="InboxException"/>; the members name only those a caller acts on.</para>
/// </remarks>
public interface IContactStatusesClient
{
    /// <summary>Lists every status, in the order of the board. The list comes as one page.</summary>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The statuses. No request is made before the enumeration begins.</returns>
    AsyncPageable<ContactStatus> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a status.</summary>
    /// <param name="statusIdOrName">The status' id or name.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The status.</returns>
    /// <exception cref="ArgumentException"><paramref name="statusIdOrName"/> is empty or cannot be an id or a name.</exception>
    /// <exception cref="InboxNotFoundException">There is no such status (<c>statusNotFound</c>).</exception>
    Task<ContactStatus> GetAsync(string statusIdOrName, CancellationToken cancellationToken = default);

    /// <summary>Creates a status.</summary>
    /// <param name="status">The status' name, and perhaps its colour.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether a request in flight created the status is then not known.</param>
    /// <returns>The new status.</returns>
    /// <exception cref="ArgumentException">The name or the colour is empty. No request was made.</exception>
    /// <exception cref="InboxConflictException">There is a status of that name (<c>nameTaken</c>).</exception>
    /// <exception cref="InboxValidationException">The server refuses the colour.</exception>
    /// <remarks>A create is not repeated after a fault of the network or the server.</remarks>
    Task<ContactStatus> CreateAsync(ContactStatusCreate status, CancellationToken cancellationToken = default);

    /// <summary>Changes a status.</summary>
    /// <param name="statusIdOrName">The status' id or name.</param>
    /// <param name="update">What to change; it must set at least one field.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The status after the change.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or <paramref name="update"/> sets nothing or clears a field. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such status (<c>statusNotFound</c>).</exception>
    /// <exception cref="InboxConflictException">Another status has that name (<c>nameTaken</c>).</exception>
    /// <exception cref="InboxValidationException">The server refuses the name or the colour.</exception>
    /// <remarks>A change by name that renames the status is not found again when its answer was lost and it is repeated; name it by its id.</remarks>
    Task<ContactStatus> UpdateAsync(string statusIdOrName, ContactStatusUpdate update, CancellationToken cancellationToken = default);

    /// <summary>Deletes a status.</summary>
    /// <param name="statusIdOrName">The status' id or name.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <exception cref="ArgumentException"><paramref name="statusIdOrName"/> is empty or cannot be an id or a name.</exception>
    /// <exception cref="InboxNotFoundException">There is no such status (<c>statusNotFound</c>).</exception>
    Task DeleteAsync(string statusIdOrName, CancellationToken cancellationToken = default);
}
