namespace InboxSdk;

/// <summary>Grants leases: of several processes that do the same work, one at a time holds the lease of a name. The default, <see cref="InProcessLeases"/>, is for one process;
/// InboxSdk.Redis has one for several.</summary>
public interface IInboxLeases
{
    /// <summary>Acquires a lease, and waits while another one has the name.</summary>
    /// <param name="name">The name of the work, 1 to 200 characters without braces.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The lease. Dispose it to release the name.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, is too long or contains a brace.</exception>
    /// <exception cref="InboxLeaseException">The store of leases cannot be reached or does not permit it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<IInboxLease> AcquireAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Acquires a lease if its name is free.</summary>
    /// <param name="name">The name of the work, 1 to 200 characters without braces.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The lease, or <see langword="null"/> if another one has the name. Dispose it to release the name.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, is too long or contains a brace.</exception>
    /// <exception cref="InboxLeaseException">The store of leases cannot be reached or does not permit it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<IInboxLease?> TryAcquireAsync(string name, CancellationToken cancellationToken = default);
}
