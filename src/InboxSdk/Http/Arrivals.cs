namespace InboxSdk.Http;

/// <summary>Counts the requests that reach the transport of one client.</summary>
internal sealed class Arrivals
{
    private int _untracked;

    /// <summary>The number of requests whose call is unknown, because a handler of the application sent requests of its own. If there are any, a request that was not
    /// counted may have been sent nevertheless.</summary>
    public int Untracked => Volatile.Read(ref _untracked);

    public void CountUntracked() => Interlocked.Increment(ref _untracked);
}
