namespace InboxSdk.V2;

/// <summary>Reads the team the token belongs to.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>.</remarks>
public interface ITeamClient
{
    /// <summary>Gets the team.</summary>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The team.</returns>
    Task<Team> GetAsync(CancellationToken cancellationToken = default);
}
