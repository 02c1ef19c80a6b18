using System.Net;
using System.Runtime.CompilerServices;
using InboxSdk.Diagnostics;
using InboxSdk.Errors;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Pipeline;

/// <summary>The inner part of the pipeline, which runs once per attempt: waits for the account and the rate limit, applies the attempt timeout, adds the token, and reads the whole
/// response, so that a fault in the body is a fault of the attempt.</summary>
internal sealed class AttemptHandler(
    InboxClientOptions options, IInboxRateLimiter limiter, AccountLimits accounts, RequestAuthentication authentication, DeprecationWatch deprecation, AttemptTimers timers, Arrivals arrivals, ResponseJudge judge, ILogger logger)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = InboxCall.Of(request) ?? throw new InvalidOperationException("The attempt has no call: the handlers are in the wrong order.");
        call.Forget();
        await accounts.WaitAsync(call, cancellationToken).ConfigureAwait(false);
        var permit = await AcquireAsync(call, cancellationToken).ConfigureAwait(false);
        var sentBefore = call.Attempts;
        HttpResponseMessage? response = null;
        try
        {
            if (call.PermitWait > TimeSpan.Zero)
                Metrics.PermitWaited(Kind(call), call.Priority, call.PermitWait);
            response = await AttemptAsync(request, call, cancellationToken).ConfigureAwait(false);
            Metrics.Attempted(call.Operation.Name, response, exception: null);
            accounts.Observe(call, response);
            if (call.IsApiResponse)
                deprecation.Observe(response);
            return response;
        }
        catch (Exception exception) when (response is null)
        {
            if (call.Attempts > sentBefore)
                Metrics.Attempted(call.Operation.Name, response: null, exception);
            throw;
        }
        finally
        {
            await CompleteAsync(permit, call, response, cancellationToken).ConfigureAwait(false);
        }
    }

    // The request has its response, which must be returned to the caller whatever a custom rate limiter does.
    private ValueTask CompleteAsync(InboxPermit permit, InboxCall call, HttpResponseMessage? response, CancellationToken cancellationToken)
    {
        try
        {
            var result = response is not null ? RateLimitHeaders.Result(response, call.Error, options)
                : new() { Outcome = call.IsAttemptSent ? InboxPermitOutcome.NoResponse : InboxPermitOutcome.NotSent };
            var completion = permit.CompleteAsync(result, cancellationToken);
            return completion.IsCompletedSuccessfully ? default : AwaitCompletionAsync(completion, cancellationToken);
        }
        catch (Exception exception)
        {
            logger.PermitCompletionFailed(exception);
            return default;
        }
    }

    private async ValueTask AwaitCompletionAsync(ValueTask completion, CancellationToken cancellationToken)
    {
        try
        {
            await completion.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The wait was cancelled; the limiter keeps the result.
        }
        catch (Exception exception)
        {
            logger.PermitCompletionFailed(exception);
        }
    }

    private static RateLimitKind Kind(InboxCall call) => call.Operation.IsRead ? RateLimitKind.Read : RateLimitKind.Write;

    private static InboxPermitRequest PermitRequest(InboxCall call)
    {
        call.Priority = call.Options?.Priority ?? RateLimitScope.Current;
        var remaining = call.Remaining;
        return new()
        {
            Kind = Kind(call),
            Priority = call.Priority,
            MaxWait = call.Priority == RateLimitPriority.Bulk ? TimeSpan.MaxValue : remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero,
        };
    }

    private async ValueTask<InboxPermit> AcquireAsync(InboxCall call, CancellationToken cancellationToken)
    {
        var request = PermitRequest(call);
        try
        {
            var remaining = call.Remaining;
            var acquisition = Acquire(request, call, cancellationToken);
            var hasWaited = !acquisition.IsCompletedSuccessfully;
            var permit = await acquisition.ConfigureAwait(false) ?? throw new InvalidOperationException("The rate limiter returned null instead of a permit.");
            var elapsed = remaining - call.Remaining;
            // The deadline limits the work of a bulk request, not its wait for the rate limit.
            if (call.Priority == RateLimitPriority.Bulk)
                call.Excuse(elapsed);
            call.PermitWait = hasWaited ? elapsed : TimeSpan.Zero;
            return permit;
        }
        catch (InboxRateLimitException exception)
        {
            throw new InboxRateLimitException($"{call.Operation.Name}: {exception.Message} {call.SentBefore}", HttpStatusCode.TooManyRequests, exception.Code, exception)
            {
                RetryAfter = exception.RetryAfter,
            };
        }
        catch (Exception exception) when (exception is not InboxException && !cancellationToken.IsCancellationRequested)
        {
            throw new InboxException(
                $"{call.Operation.Name}: InboxClientOptions.RateLimit.Limiter failed ({exception.GetType().Name}); see the inner exception. {call.SentBefore}", exception);
        }
    }

    private ValueTask<InboxPermit> Acquire(in InboxPermitRequest request, InboxCall call, CancellationToken cancellationToken)
    {
        if (call.Options?.RateLimitWaits is not { } waits)
            return limiter.AcquireAsync(request, cancellationToken);
        using (RateLimitScope.Begin(call.Priority, waits))
            return limiter.AcquireAsync(request, cancellationToken);
    }

    // The task is awaited once, so that its state can be pooled.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, InboxCall call, CancellationToken cancellationToken)
    {
        var remaining = call.Remaining;
        if (remaining <= TimeSpan.Zero)
            throw DeadlinePassed(call);

        var timeout = remaining < options.AttemptTimeout ? remaining : options.AttemptTimeout;
        using var attempt = timers.Start(timeout, cancellationToken);
        var (sentBefore, effectBefore) = (call.Attempts, call.MayHaveTakenEffect);
        var isSending = false;
        var untrackedBefore = arrivals.Untracked;
        call.BeginAttempt();
        HttpResponseMessage? response = null;
        try
        {
            // .NET resends a request without content if the connection ends without a response, but not one with empty content.
            if (request.Content is null && request.Method != HttpMethod.Get)
                request.Content = new ByteArrayContent([]);
            await authentication.AuthenticateAsync(request, attempt.Token).ConfigureAwait(false);

            isSending = call.IsAttemptSent = true;
            // Handlers of the application can change the request.
            var address = request.RequestUri;
            call.MayHaveTakenEffect |= !call.Operation.IsRead;
            response = await base.SendAsync(request, attempt.Token).ConfigureAwait(false) ?? throw new InvalidOperationException("A custom handler returned null instead of a response.");
            CountAtLeastOne(call, sentBefore);
            // A custom handler can return a response without a request, or with another one.
            response.RequestMessage = request;
            if (IsRefused(response) && !call.HasEarlierEffect && arrivals.Untracked - untrackedBefore <= 1)
                call.MayHaveTakenEffect = effectBefore;
            var body = await BufferedBody.ReadAsync(response, call, options.MaxResponseBytes, attempt.Token, cancellationToken).ConfigureAwait(false);
            try
            {
                judge.Judge(body, address);
            }
            catch
            {
                response.Dispose();
                throw;
            }

            return response;
        }
        catch (Exception exception) when (exception is not InboxException && attempt.Token.IsCancellationRequested)
        {
            if (isSending && !SetNotSent(call, sentBefore, effectBefore))
                CountAtLeastOne(call, sentBefore);
            // A cancelled read can throw any type of exception; what counts is which token was cancelled.
            cancellationToken.ThrowIfCancellationRequested();
            throw remaining < options.AttemptTimeout ? DeadlinePassed(call, exception) : new InboxTimeoutException(
                $"{call.Operation.Name}: no response within {options.AttemptTimeout.TotalSeconds:0.###} s (InboxClientOptions.AttemptTimeout), attempt {call.Attempts}.",
                exception);
        }
        catch (InboxException)
        {
            if (isSending)
                SetNotSent(call, sentBefore, effectBefore);
            throw;
        }
        catch (Exception exception)
        {
            throw Failure(exception, request, call, isInBody: response is not null, sentBefore, effectBefore);
        }
    }

    // Handlers of the application can fail before they pass the request on. If the transport received one whose call is unknown, it may be that of this call.
    private bool SetNotSent(InboxCall call, int sentBefore, bool effectBefore)
    {
        if (call.Attempts > sentBefore || arrivals.Untracked > 0)
            return false;
        call.IsAttemptSent = false;
        call.MayHaveTakenEffect = effectBefore;
        return true;
    }

    private static void CountAtLeastOne(InboxCall call, int sentBefore)
    {
        if (call.Attempts == sentBefore)
            call.CountAttempt();
    }

    /// <summary>Maps every exception of the transport or a custom handler.</summary>
    private InboxException Failure(Exception exception, HttpRequestMessage request, InboxCall call, bool isInBody, int sentBefore, bool effectBefore)
    {
        var isRejected = !isInBody && SetNotSent(call, sentBefore, effectBefore);
        if (!isRejected)
            CountAtLeastOne(call, sentBefore);
        if (IsTimeout(exception))
        {
            var what = exception is OperationCanceledException ? "cancelled the request" : $"timed out ({exception.GetType().Name})";
            return new InboxTimeoutException($"{call.Operation.Name}: a custom handler {what}{(isRejected ? $". {call.SentBefore}" : $", attempt {call.Attempts}.")}", exception);
        }

        var address = request.RequestUri is { IsAbsoluteUri: true } uri ? uri : options.EffectiveBaseAddress;
        // For example an open circuit breaker, or a handler that could not get its own token.
        var failure = isRejected
            ? TransportFailure.OfHandler(exception)
            : TransportFailure.Of(exception, $"{address.IdnHost}:{address.Port}", InboxTransport.ProxyFor(this, address), isInBody);
        var isSent = failure.IsSent && !isRejected;
        call.IsAttemptSent = isSent || call.HasEarlierEffect;
        if (!call.IsAttemptSent)
            call.MayHaveTakenEffect = effectBefore;
        var end = isRejected ? $". {call.SentBefore}" : $", attempt {call.Attempts}.{(isSent ? "" : call.Attempts == 1 ? " Nothing was sent." : " This attempt sent nothing.")}";
        return new InboxTransportException($"{call.Operation.Name}: {failure.What}{end}", TransportFailure.WithoutSecrets(exception))
        {
            Reason = failure.Reason,
            IsTransient = failure.IsTransient,
        };
    }

    /// <summary>Determines whether a request that a handler of the application sent changed nothing: it was rejected, or not sent.</summary>
    public static bool HadNoEffect(Task<HttpResponseMessage> sending) =>
        sending.IsCompletedSuccessfully ? IsRefused(sending.Result)
        : sending is { IsFaulted: true, Exception.InnerException: { } exception } && !TransportFailure.Of(exception, host: "", proxy: null, isInBody: false).IsSent;

    // Resilience libraries have timeout exceptions of their own, with this name. A connect timeout is not a timeout of a handler.
    private static bool IsTimeout(Exception exception) => exception switch
    {
        OperationCanceledException { InnerException: TimeoutException timeout } => !timeout.Message.Contains(nameof(SocketsHttpHandler.ConnectTimeout), StringComparison.Ordinal),
        OperationCanceledException or TimeoutException => true,
        HttpRequestException or IOException => false,
        _ => exception.GetType().Name.Contains("Timeout", StringComparison.Ordinal),
    };

    // The server may have applied a request at which it failed or timed out.
    private static bool IsRefused(HttpResponseMessage response) =>
        response.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.InternalServerError and not HttpStatusCode.RequestTimeout;

    private static InboxTimeoutException DeadlinePassed(InboxCall call, Exception? cause = null) => new(
        $"{call.Operation.Name}: not completed within {call.Deadline.TotalSeconds:0.###} s "
        + $"({(call.Options?.Deadline is null ? nameof(InboxClientOptions) : nameof(InboxRequestOptions))}.Deadline), {call.Attempts} attempt(s).",
        cause);
}
