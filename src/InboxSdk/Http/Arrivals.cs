namespace InboxSdk.Http;

/// <summary>What is known of how requests reach the transport of one client.</summary>
internal sealed class Arrivals
{
    private int _untracked;

    /// <summary>How many requests have arrived whose call is not known, because a handler of the application sent requests of its own. When there are any, what was not
    /// counted may have been sent all the same.</summary>
    public int Untracked => Volatile.Read(ref _untracked);

    public void CountUntracked() => Interlocked.Increment(ref _untracked);
}
