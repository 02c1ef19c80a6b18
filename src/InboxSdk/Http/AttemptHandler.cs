using System.Net;
using System.Runtime.CompilerServices;
using InboxSdk.Diagnostics;
using InboxSdk.Errors;

namespace InboxSdk.Http;

/// <summary>The inner half of the pipeline, once an attempt: waits for the account and the quota, bounds the attempt's time, adds the token, and reads the whole answer, so
/// that a fault in the body is a fault of the attempt.</summary>
internal sealed class AttemptHandler(InboxClientOptions options, IInboxQuota quota, AccountGates accounts, RequestAuthentication authentication, DeprecationWatch deprecation, AttemptTimers timers)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = InboxCall.Of(request) ?? throw new InvalidOperationException("The attempt has no call: the handlers are in the wrong order.");
        call.Forget();
        await accounts.WaitAsync(call, cancellationToken).ConfigureAwait(false);
        var (permit, waited) = await AcquireAsync(call, cancellationToken).ConfigureAwait(false);
        var answer = default(QuotaAnswer);
        var sentBefore = call.Attempts;
        try
        {
            if (waited > TimeSpan.Zero)
                Metrics.PermitWaited(permit, waited);
            var response = await AttemptAsync(request, call, cancellationToken).ConfigureAwait(false);
            Metrics.Attempted(call.Operation.Name, response, exception: null);
            accounts.Observe(call, response);
            answer = RateLimitHeaders.Answer(response, call.Error, options.TimeProvider);
            if (call.IsApiResponse)
                deprecation.Observe(response);
            return response;
        }
        catch (Exception exception)
        {
            if (call.Attempts > sentBefore)
                Metrics.Attempted(call.Operation.Name, response: null, exception);
            throw;
        }
        finally
        {
            quota.Report(permit, answer);
        }
    }

    private async ValueTask<(QuotaRequest Permit, TimeSpan Waited)> AcquireAsync(InboxCall call, CancellationToken cancellationToken)
    {
        var priority = QuotaPriorityScope.Current;
        call.Priority = priority;
        var remaining = call.Remaining;
        var permit = new QuotaRequest(
            call.Operation.IsRead ? QuotaKind.Read : QuotaKind.Write,
            priority,
            priority == QuotaPriority.Bulk ? TimeSpan.MaxValue : remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero);
        try
        {
            var acquired = quota.AcquireAsync(permit, cancellationToken);
            if (acquired.IsCompletedSuccessfully)
                return (permit, TimeSpan.Zero);
            await acquired.ConfigureAwait(false);
        }
        catch (InboxRateLimitException exception)
        {
            throw new InboxRateLimitException($"{call.Operation.Name}: {exception.Message} {call.SentBefore}", HttpStatusCode.TooManyRequests, exception.Code, exception)
            {
                RetryAfter = exception.RetryAfter,
            };
        }

        var waited = remaining - call.Remaining;
        // Nobody waits for a bulk request: the deadline then bounds the work, not the wait for the quota.
        if (priority == QuotaPriority.Bulk)
            call.Excuse(waited);
        return (permit, waited);
    }

    // What comes of it is awaited once, so that its state can be used again.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, InboxCall call, CancellationToken cancellationToken)
    {
        var remaining = call.Remaining;
        if (remaining <= TimeSpan.Zero)
            throw DeadlinePassed(call);

        var timeout = remaining < options.AttemptTimeout ? remaining : options.AttemptTimeout;
        using var attempt = timers.Start(timeout, cancellationToken);
        var before = call.MayHaveTakenEffect;
        try
        {
            await authentication.AuthenticateAsync(request, attempt.Token).ConfigureAwait(false);

            // Handlers of the application may change the request.
            var address = request.RequestUri;
            call.Attempts++;
            call.MayHaveTakenEffect |= !call.Operation.IsRead;
            var response = await base.SendAsync(request, attempt.Token).ConfigureAwait(false);
            if (IsRefused(response))
                call.MayHaveTakenEffect = before;
            var body = await BufferedBody.ReadAsync(response, call, options.MaxResponseBytes, attempt.Token, cancellationToken).ConfigureAwait(false);
            try
            {
                ResponseJudge.Judge(body, address);
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
            // A cancelled read may surface as any kind of exception; what counts is who cancelled.
            cancellationToken.ThrowIfCancellationRequested();
            throw remaining < options.AttemptTimeout ? DeadlinePassed(call, exception) : new InboxTimeoutException(
                $"{call.Operation.Name}: no answer within {options.AttemptTimeout.TotalSeconds:0.###} s (InboxClientOptions.AttemptTimeout), attempt {call.Attempts}.",
                exception);
        }
        catch (OperationCanceledException exception)
        {
            throw new InboxTimeoutException($"{call.Operation.Name}: a handler of the application gave the request up, attempt {call.Attempts}.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            if (exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError })
                call.MayHaveTakenEffect = before;
            throw new InboxTransportException(
                $"{call.Operation.Name}: no whole answer from {request.RequestUri?.Authority} ({Text.OneLine(exception.Message)}), attempt {call.Attempts}.",
                exception);
        }
    }

    // What the server failed at, or gave up waiting for, it may have done all the same.
    private static bool IsRefused(HttpResponseMessage response) =>
        response.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.InternalServerError and not HttpStatusCode.RequestTimeout;

    private InboxTimeoutException DeadlinePassed(InboxCall call, Exception? cause = null) =>
        new($"{call.Operation.Name}: not done within {options.Deadline.TotalSeconds:0.###} s (InboxClientOptions.Deadline), {call.Attempts} attempt(s).", cause);
}
