using InboxSdk.Diagnostics;
using InboxSdk.Errors;
using Microsoft.Extensions.Logging;
using Polly;

namespace InboxSdk.Http;

/// <summary>The outer half of the pipeline, once a call: starts the deadline and sends the request again as the retry policy says.</summary>
internal sealed class CallHandler(InboxClientOptions options, RetryPolicy retry, ErrorMapper errors, ILogger logger) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new InboxCall(InboxOperation.Of(request), errors, options.TimeProvider, options.Deadline);
        call.AttachTo(request);
        return Telemetry.IsEnabled || logger.IsEnabled(LogLevel.Debug)
            ? TellAsync(call, request, cancellationToken)
            : ExecuteAsync(call, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> TellAsync(InboxCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var tags = Telemetry.Tags(call.Operation, request, options.EffectiveBaseAddress);
        using var activity = Telemetry.Begin(call.Operation, tags);
        try
        {
            var response = await ExecuteAsync(call, request, cancellationToken).ConfigureAwait(false);
            Telemetry.End(activity, call, tags, response, exception: null);
            logger.CallEnded(call.Operation.Name, (int)response.StatusCode, call.Attempts, call.Elapsed);
            return response;
        }
        catch (Exception exception)
        {
            Telemetry.End(activity, call, tags, response: null, exception);
            logger.CallFailed(call.Operation.Name, exception, call.Attempts, call.Elapsed);
            throw;
        }
    }

    private async Task<HttpResponseMessage> ExecuteAsync(InboxCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Outcome<HttpResponseMessage> outcome;
        try
        {
            outcome = Outcome.FromResult(await base.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            outcome = Outcome.FromException<HttpResponseMessage>(exception);
        }

        // Nearly every call ends here: a policy is worth its cost only when there is something to repeat.
        if (RetryPolicy.IsTransient(outcome, call))
            outcome = await RepeatAsync(outcome, call, request, cancellationToken).ConfigureAwait(false);
        if (outcome.Exception is InboxException failure)
            failure.SetCall(call);
        outcome.ThrowIfException();
        retry.Succeeded(outcome.Result!, call);
        return outcome.Result!;
    }

    private ValueTask<Outcome<HttpResponseMessage>> RepeatAsync(
        Outcome<HttpResponseMessage> first, InboxCall call, HttpRequestMessage request, CancellationToken cancellationToken) =>
        retry.RepeatAsync(first, cancellationToken => base.SendAsync(request, cancellationToken), call, cancellationToken);
}
