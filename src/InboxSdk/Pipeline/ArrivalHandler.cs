namespace InboxSdk.Pipeline;

/// <summary>The innermost handler, which runs once per request that is passed to the transport. It counts the request, including those that a handler of the application sends in
/// addition, and rejects it if a handler has changed its origin.</summary>
internal sealed class ArrivalHandler(Arrivals arrivals, RequestAuthentication authentication) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = InboxCall.Of(request);
        if (call is not null || request.Headers.Authorization?.Scheme == "Bearer")
            authentication.ThrowIfAway(request);
        if (call is null)
        {
            arrivals.CountUntracked();
            return base.SendAsync(request, cancellationToken);
        }

        call.CountAttempt();
        var sending = base.SendAsync(request, cancellationToken);
        call.Note(sending);
        return sending;
    }
}

/// <summary>Counts the requests that reach the transport of one client.</summary>
internal sealed class Arrivals
{
    private int _untracked;

    /// <summary>The number of requests whose call is unknown, because a handler of the application sent requests of its own. If there are any, a request that was not
    /// counted may have been sent nevertheless.</summary>
    public int Untracked => Volatile.Read(ref _untracked);

    public void CountUntracked() => Interlocked.Increment(ref _untracked);
}
