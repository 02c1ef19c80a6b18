namespace InboxSdk.Http;

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
