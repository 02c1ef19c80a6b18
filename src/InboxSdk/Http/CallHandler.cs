using InboxSdk.Diagnostics;
using Microsoft.Extensions.Logging;
using Polly;

namespace InboxSdk.Http;

/// <summary>The outer half of the pipeline, once a call: starts the deadline and sends the request again as the retry policy says.</summary>
internal sealed class CallHandler(InboxClientOptions options, RetryPolicy retry, ILogger logger) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new InboxCall(InboxOperation.Of(request), options.TimeProvider, options.Deadline);
        call.AttachTo(request);
        return Telemetry.IsHeard || logger.IsEnabled(LogLevel.Debug)
            ? TellAsync(call, request, cancellationToken)
            : ExecuteAsync(call, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> TellAsync(InboxCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var labels = Telemetry.Labels(call.Operation, request, options.EffectiveBaseAddress);
        using var activity = Telemetry.Begin(call.Operation, labels);
        try
        {
            var response = await ExecuteAsync(call, request, cancellationToken).ConfigureAwait(false);
            Telemetry.End(activity, call, labels, response, exception: null);
            logger.CallEnded(call.Operation.Name, (int)response.StatusCode, call.Attempts, call.Elapsed);
            return response;
        }
        catch (Exception exception)
        {
            Telemetry.End(activity, call, labels, response: null, exception);
            logger.CallFailed(call.Operation.Name, exception, call.Attempts, call.Elapsed);
            throw;
        }
    }

    private async Task<HttpResponseMessage> ExecuteAsync(InboxCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
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
