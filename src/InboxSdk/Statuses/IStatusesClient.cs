namespace InboxSdk;

/// <summary>Lists the statuses: the stages of the team's pipeline.</summary>
/// <remarks>Every call may throw an <see cref="InboxException"/>.</remarks>
public interface IStatusesClient
{
    /// <summary>Lists every status in the order of the pipeline, such as New, Qualified, Demo Scheduled, Proposal, Closed.</summary>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The statuses. No request is made before the enumeration begins.</returns>
    AsyncPageable<Status> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds the status with a name.</summary>
    /// <param name="name">The name; upper and lower case are alike, yet a status with just this name comes first.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The status, or <see langword="null"/> when there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    Task<Status?> FindByNameAsync(string name, CancellationToken cancellationToken = default);
}
