namespace InboxSdk;

/// <summary>Lists the statuses, the stages of the team's pipeline.</summary>
/// <remarks>Every method can throw an <see cref="InboxException"/>.</remarks>
public interface IStatusesClient
{
    /// <summary>Lists all statuses in pipeline order, such as New, Qualified, Demo Scheduled, Proposal, Closed.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The statuses. No request is sent until enumeration starts.</returns>
    InboxPageable<Status> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds a status by name.</summary>
    /// <param name="name">The name. Case is ignored, but an exact match takes precedence.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The status, or <see langword="null"/> if there is none.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    Task<Status?> FindByNameAsync(string name, CancellationToken cancellationToken = default);
}
