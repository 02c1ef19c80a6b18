namespace InboxSdk.Http;

/// <summary>The innermost handler, once a request that is handed to the transport: counts it, also one that a handler of the application sends beside or after ours,
/// and refuses it when a handler has turned it to another origin.</summary>
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
