namespace InboxSdk.V2;

/// <summary>Lists team members.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>; the methods document only the types that callers typically handle.</remarks>
public interface ITeamMembersClient
{
    /// <summary>Lists all members, in the order they joined.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The members. No request is sent until enumeration starts.</returns>
    InboxPageable<TeamMember> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a member.</summary>
    /// <param name="memberId">The id of the member.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The member.</returns>
    /// <exception cref="ArgumentException"><paramref name="memberId"/> is empty or not a valid id.</exception>
    /// <exception cref="InboxNotFoundException">The member does not exist (<c>memberNotFound</c>).</exception>
    Task<TeamMember> GetAsync(string memberId, CancellationToken cancellationToken = default);
}
