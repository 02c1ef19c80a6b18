namespace InboxSdk;

/// <summary>Lists and finds the members of the team.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>; the members name only those a caller acts on.</remarks>
public interface IMembersClient
{
    /// <summary>Lists every member.</summary>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The members. No request is made before the enumeration begins.</returns>
    AsyncPageable<Member> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a member.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The member.</returns>
    /// <exception cref="ArgumentException"><paramref name="memberId"/> is empty or cannot be an id.</exception>
    /// <exception cref="InboxNotFoundException">There is no such member.</exception>
    Task<Member> GetAsync(string memberId, CancellationToken cancellationToken = default);

    /// <summary>Finds the member with an e-mail address.</summary>
    /// <param name="email">The address; upper and lower case are alike.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The member, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="email"/> is empty.</exception>
    Task<Member?> FindByEmailAsync(string email, CancellationToken cancellationToken = default);
}
