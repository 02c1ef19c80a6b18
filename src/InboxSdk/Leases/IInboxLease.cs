namespace InboxSdk;

/// <summary>Represents a lease that this process holds: while it is not lost, no other process holds a lease of the same name. Disposing it releases the name for the next one.</summary>
/// <remarks>
/// <para>A lease is renewed until it is disposed. It is lost if it cannot be renewed in time, such as when the server does not respond, or when the process was suspended.
/// Work under a lease ends with <see cref="Lost"/>.</para>
/// <para>Because a process can be suspended at any instruction, no lease alone prevents a write that was begun before the loss and arrives after it. Store
/// <see cref="FencingToken"/> with what is written, and let the store reject a lower number than it has.</para>
/// </remarks>
public interface IInboxLease : IAsyncDisposable
{
    /// <summary>Gets the name of the lease.</summary>
    string Name { get; }

    /// <summary>Gets the fencing token: it is higher than that of every earlier lease of the same name.</summary>
    long FencingToken { get; }

    /// <summary>Gets the token that is cancelled when the lease is lost: before another process can acquire the name, if this process runs at that time. Disposing the lease does not
    /// cancel it.</summary>
    CancellationToken Lost { get; }
}
