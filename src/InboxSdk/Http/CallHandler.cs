using Polly;

namespace InboxSdk.Http;

/// <summary>The outer half of the pipeline, once a call: starts the deadline and sends the request again as the retry policy says.</summary>
internal sealed class CallHandler(InboxClientOptions options, RetryPolicy retry) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new InboxCall(InboxOperation.Of(request), options.TimeProvider, options.Deadline);
        call.AttachTo(request);

        var context = ResilienceContextPool.Shared.Get(call.Operation.Name, cancellationToken);
        try
        {
            return await retry.ExecuteAsync(
                static (context, state) => state.Handler.AttemptAsync(state.Request, context.CancellationToken),
                context, call, (Handler: this, Request: request)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ValueTask<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(base.SendAsync(request, cancellationToken));
}
