namespace InboxSdk;

/// <summary>Lists and finds team members.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>; the methods document only the types that callers typically handle.</remarks>
public interface IMembersClient
{
    /// <summary>Lists all members.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The members. No request is sent until enumeration starts.</returns>
    InboxPageable<Member> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a member.</summary>
    /// <param name="memberId">The id of the member.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The member.</returns>
    /// <exception cref="ArgumentException"><paramref name="memberId"/> is empty or not a valid id.</exception>
    /// <exception cref="InboxNotFoundException">The member does not exist.</exception>
    Task<Member> GetAsync(string memberId, CancellationToken cancellationToken = default);

    /// <summary>Finds a member by email address.</summary>
    /// <param name="email">The address. Case is ignored.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The member, or <see langword="null"/> if there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="email"/> is empty.</exception>
    Task<Member?> FindByEmailAsync(string email, CancellationToken cancellationToken = default);
}
