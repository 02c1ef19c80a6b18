using System.Collections;

namespace InboxSdk.Sandbox;

/// <summary>Contains the most recent requests of a sandbox, oldest first. A request is in the log before its caller has the response.</summary>
/// <remarks>
/// Thread-safe: enumeration uses a snapshot. When the log is full, the oldest request is dropped; see <see cref="InboxSandboxOptions.RequestLogCapacity"/>.
/// </remarks>
#pragma warning disable CA1710 // "Log" says more than "Collection", and `Requests.Last()` reads naturally.
public sealed class SandboxRequestLog : IReadOnlyCollection<SandboxRequest>
#pragma warning restore CA1710
{
    private readonly Queue<SandboxRequest> _requests = new();
    private readonly int _capacity;

    internal SandboxRequestLog(int capacity) => _capacity = capacity;

    /// <summary>Gets the number of requests in the log.</summary>
    public int Count
    {
        get
        {
            lock (_requests)
                return _requests.Count;
        }
    }

    /// <summary>Removes all requests.</summary>
    public void Clear()
    {
        lock (_requests)
            _requests.Clear();
    }

    /// <summary>Enumerates a snapshot of the requests, oldest first.</summary>
    /// <returns>An enumerator over the requests at the time of the call.</returns>
    public IEnumerator<SandboxRequest> GetEnumerator()
    {
        lock (_requests)
            return ((IEnumerable<SandboxRequest>)_requests.ToArray()).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(SandboxRequest request)
    {
        lock (_requests)
        {
            _requests.Enqueue(request);
            if (_requests.Count > _capacity)
                _requests.Dequeue();
        }
    }
}
