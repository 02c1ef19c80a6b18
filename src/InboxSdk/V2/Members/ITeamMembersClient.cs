namespace InboxSdk.V2;

/// <summary>Lists the members of the team.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>; the members name only those a caller acts on.</remarks>
public interface ITeamMembersClient
{
    /// <summary>Lists every member, the one that joined first at the front.</summary>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The members. No request is made before the enumeration begins.</returns>
    AsyncPageable<TeamMember> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a member.</summary>
    /// <param name="memberId">The member's id.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The member.</returns>
    /// <exception cref="ArgumentException"><paramref name="memberId"/> is empty or cannot be an id.</exception>
    /// <exception cref="InboxNotFoundException">There is no such member (<c>memberNotFound</c>).</exception>
    Task<TeamMember> GetAsync(string memberId, CancellationToken cancellationToken = default);
}
