namespace InboxSdk.V2;

/// <summary>Reads the team of the token.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>.</remarks>
public interface ITeamClient
{
    /// <summary>Gets the team.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The team.</returns>
    Task<Team> GetAsync(CancellationToken cancellationToken = default);
}
