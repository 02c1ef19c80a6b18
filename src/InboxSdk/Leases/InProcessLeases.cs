using InboxSdk.Leases;

namespace InboxSdk;

/// <summary>Grants leases within one process, which are never lost: for tests, and for applications that run as a single process. Thread-safe.</summary>
/// <remarks>Two instances do not know of each other's leases, so register one, as <c>AddInboxClient</c> does.</remarks>
public sealed class InProcessLeases : IInboxLeases
{
    private readonly object _lock = new();
    private readonly Dictionary<string, NameLock> _names = new(StringComparer.Ordinal);
    private readonly TimeProvider _timeProvider;
    private long _lastNumber;

    /// <summary>Initializes the leases.</summary>
    /// <param name="timeProvider">The clock from which fencing tokens are made, so that they also increase across restarts. The default is <see langword="null"/>,
    /// <see cref="TimeProvider.System"/>.</param>
    public InProcessLeases(TimeProvider? timeProvider = null) => _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public async Task<IInboxLease> AcquireAsync(string name, CancellationToken cancellationToken = default)
    {
        var nameLock = Enter(name);
        try
        {
            await nameLock.Semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(name, nameLock);
            throw;
        }

        return new Lease(this, name, nameLock, NextNumber());
    }

    /// <inheritdoc/>
    public Task<IInboxLease?> TryAcquireAsync(string name, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var nameLock = Enter(name);
        // Without a timeout, it does not block.
        if (nameLock.Semaphore.Wait(TimeSpan.Zero, CancellationToken.None))
            return Task.FromResult<IInboxLease?>(new Lease(this, name, nameLock, NextNumber()));
        Leave(name, nameLock);
        return Task.FromResult<IInboxLease?>(null);
    }

    private NameLock Enter(string name)
    {
        LeaseName.ThrowIfInvalid(name, nameof(name));
        lock (_lock)
        {
            if (!_names.TryGetValue(name, out var nameLock))
                _names.Add(name, nameLock = new());
            nameLock.UserCount++;
            return nameLock;
        }
    }

    private void Leave(string name, NameLock nameLock)
    {
        lock (_lock)
        {
            if (--nameLock.UserCount > 0)
                return;
            _names.Remove(name);
            nameLock.Semaphore.Dispose();
        }
    }

    private long NextNumber()
    {
        lock (_lock)
            return _lastNumber = Math.Max(_lastNumber + 1, _timeProvider.GetUtcNow().ToUnixTimeMilliseconds());
    }

    /// <summary>The lock of a name, as long as it is held or waited for.</summary>
    private sealed class NameLock
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public int UserCount { get; set; }
    }

    private sealed class Lease(InProcessLeases leases, string name, NameLock nameLock, long fencingToken) : IInboxLease
    {
        private int _isReleased;

        public string Name => name;

        public long FencingToken => fencingToken;

        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _isReleased, 1) == 0)
            {
                nameLock.Semaphore.Release();
                leases.Leave(name, nameLock);
            }

            return ValueTask.CompletedTask;
        }
    }
}
