using System.Collections;

namespace InboxSdk.Sandbox;

/// <summary>Keeps the latest requests of a sandbox, oldest first; a request is in it before its caller has the answer.</summary>
/// <remarks>
/// Safe to use from any thread: enumerating walks a snapshot. When it is full the oldest goes, see <see cref="InboxSandboxOptions.RequestLogCapacity"/>.
/// </remarks>
#pragma warning disable CA1710 // A log is what it is, and `Requests.Last()` reads as it should.
public sealed class SandboxRequestLog : IReadOnlyCollection<SandboxRequest>
#pragma warning restore CA1710
{
    private readonly Queue<SandboxRequest> _requests = new();
    private readonly int _capacity;

    internal SandboxRequestLog(int capacity) => _capacity = capacity;

    /// <summary>Gets how many requests it holds.</summary>
    public int Count
    {
        get
        {
            lock (_requests)
                return _requests.Count;
        }
    }

    /// <summary>Forgets every request.</summary>
    public void Clear()
    {
        lock (_requests)
            _requests.Clear();
    }

    /// <summary>Walks a snapshot of the requests, oldest first.</summary>
    /// <returns>The requests as they were when the walk began.</returns>
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
