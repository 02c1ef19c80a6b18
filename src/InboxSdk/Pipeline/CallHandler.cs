using InboxSdk.Diagnostics;
using InboxSdk.Errors;
using Microsoft.Extensions.Logging;
using Polly;

namespace InboxSdk.Pipeline;

/// <summary>The outer part of the pipeline, which runs once per call: starts the deadline and retries the request according to the retry policy.</summary>
internal sealed class CallHandler(InboxClientOptions options, RetryPolicy retry, ILogger logger) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = InboxCall.Of(request) ?? throw new InvalidOperationException("The request has no call.");
        call.Begin(request, options);
        if (call.Options is { } own)
            RequestHeaders.Add(request, own.Headers);
        return CallTelemetry.IsEnabled || logger.IsEnabled(LogLevel.Debug)
            ? SendWithTelemetryAsync(call, request, cancellationToken)
            : ExecuteAsync(call, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendWithTelemetryAsync(InboxCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var tags = CallTelemetry.Tags(call, request, options.EffectiveBaseAddress);
        using var activity = CallTelemetry.Begin(call.Operation, tags);
        try
        {
            var response = await ExecuteAsync(call, request, cancellationToken).ConfigureAwait(false);
            CallTelemetry.End(activity, call, tags, response, exception: null);
            if (logger.IsEnabled(LogLevel.Debug))
                logger.CallEnded(call.Operation.Name, (int)response.StatusCode, call.Attempts, call.Elapsed, ResponseHeaders.RequestId(response));
            return response;
        }
        catch (Exception exception)
        {
            CallTelemetry.End(activity, call, tags, response: null, exception);
            logger.CallFailed(call.Operation.Name, exception, call.Attempts, call.Elapsed);
            throw;
        }
    }

    /// <param name="call">The call.</param>
    /// <param name="request">Its request.</param>
    /// <param name="disposed">Cancelled when the client is disposed.</param>
    private async Task<HttpResponseMessage> ExecuteAsync(InboxCall call, HttpRequestMessage request, CancellationToken disposed)
    {
        using var linked = call.CancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, disposed) : null;
        var cancellationToken = linked?.Token ?? disposed;
        Outcome<HttpResponseMessage> outcome;
        try
        {
            outcome = Outcome.FromResult(await base.SendAsync(request, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            outcome = Outcome.FromException<HttpResponseMessage>(exception);
        }

        // Almost every call ends here: the policy is used only if there is something to retry.
        if (RetryPolicy.IsTransient(outcome, call))
            outcome = await RepeatAsync(outcome, call, request, cancellationToken).ConfigureAwait(false);
        else if (outcome.Result is { IsSuccessStatusCode: true })
            retry.Succeeded();
        if (outcome.Exception is InboxException failure)
            failure.SetCall(call);
        if (call.Options?.OnResponse is { } onResponse && outcome.Result is { } last)
            Report(onResponse, last, call);
        if (outcome.Exception is OperationCanceledException cancelled && call.CancellationToken.IsCancellationRequested)
            throw new TaskCanceledException(cancelled.Message, cancelled, call.CancellationToken);
        outcome.ThrowIfException();
        return outcome.Result!;
    }

    private ValueTask<Outcome<HttpResponseMessage>> RepeatAsync(
        Outcome<HttpResponseMessage> first, InboxCall call, HttpRequestMessage request, CancellationToken cancellationToken) =>
        retry.RepeatAsync(first, cancellationToken => base.SendAsync(request, cancellationToken), call, cancellationToken);

    private void Report(Action<InboxResponse> onResponse, HttpResponseMessage response, InboxCall call)
    {
        try
        {
            onResponse(new()
            {
                Operation = call.Operation.Name,
                StatusCode = response.StatusCode,
                RequestId = ResponseHeaders.RequestId(response),
                AttemptCount = call.Attempts,
                Elapsed = call.Elapsed,
                RateLimit = RateLimitHeaders.Limit(response),
                RateLimitRemaining = RateLimitHeaders.Remaining(response),
                RateLimitReset = RateLimitHeaders.Reset(response),
            });
        }
        catch (Exception exception)
        {
            // The application's own fault; the call has its response.
            logger.OnResponseFailed(exception);
        }
    }
}
