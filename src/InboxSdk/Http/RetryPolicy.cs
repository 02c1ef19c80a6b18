using System.Net;
using InboxSdk.Diagnostics;
using InboxSdk.Errors;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace InboxSdk.Http;

/// <summary>The one retry policy: which outcomes are tried again, and after how long.</summary>
internal sealed class RetryPolicy
{
    private static readonly ResiliencePropertyKey<InboxCall> CallKey = new("InboxSdk.Call");

    // No window that runs out refuses one call as often as this: each refusal is waited out before the next attempt.
    private const int MaxHeldRetries = 100;

    private readonly InboxRetryOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly Func<double> _random;
    private readonly bool _isPaced;
    private readonly RetryBudget _budget = new();
    private readonly ILogger _logger;

    // Made when there is something to repeat: making it takes longer than anything else at the start of a client.
    private readonly Lazy<ResiliencePipeline<HttpResponseMessage>> _pipeline;

    /// <param name="options">The validated options.</param>
    /// <param name="random">Draws evenly from 0 (included) to 1 (excluded).</param>
    /// <param name="logger">Where retries are told.</param>
    public RetryPolicy(InboxClientOptions options, Func<double> random, ILogger logger)
    {
        _options = options.Retry;
        _isPaced = options.RateLimit.IsEnabled;
        _timeProvider = options.TimeProvider;
        _random = random;
        _logger = logger;
        _pipeline = new(CreatePipeline);
    }

    /// <summary>Goes on from a first attempt that failed: waits and repeats it as the options say.</summary>
    /// <returns>The last attempt's outcome.</returns>
    public async ValueTask<Outcome<HttpResponseMessage>> RepeatAsync(
        Outcome<HttpResponseMessage> first, Func<CancellationToken, Task<HttpResponseMessage>> attempt, InboxCall call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(call.Operation.Name, cancellationToken);
        context.Properties.Set(CallKey, call);
        var isMade = true;
        try
        {
            return await _pipeline.Value.ExecuteOutcomeAsync(
                async (context, _) =>
                {
                    if (isMade)
                    {
                        isMade = false;
                        return first;
                    }

                    try
                    {
                        return Outcome.FromResult(await attempt(context.CancellationToken).ConfigureAwait(false));
                    }
                    catch (Exception exception)
                    {
                        return Outcome.FromException<HttpResponseMessage>(exception);
                    }
                },
                context, call).ConfigureAwait(false);
        }
        finally
        {
            // Cancelled before it was even looked at.
            if (isMade)
                first.Result?.Dispose();
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Gives back to the budget what a call took that went well.</summary>
    public void Succeeded(HttpResponseMessage response, InboxCall call)
    {
        if (response.IsSuccessStatusCode)
            _budget.Refund(call.LastRetryCost);
    }

    private ResiliencePipeline<HttpResponseMessage> CreatePipeline() =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                // Counted below: not every retry counts.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = arguments => new(ShouldRetry(Call(arguments.Context), arguments.Outcome, arguments.AttemptNumber)),
                DelayGenerator = static arguments => new(Call(arguments.Context).NextDelay),
                OnRetry = OnRetry,
            })
            .Build();

    private static InboxCall Call(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    // Decides and draws the delay in one place: Polly asks for the delay only after the decision, when it is too late to give the answer back to the
    // caller instead of waiting longer than the call may.
    private bool ShouldRetry(InboxCall call, Outcome<HttpResponseMessage> outcome, int retriesSoFar)
    {
        if (!IsTransient(outcome, call))
            return false;

        var isPatient = _isPaced && call.Priority == RateLimitPriority.Bulk;
        if (isPatient && call.HeldRetries < MaxHeldRetries && outcome.Result is { } refusal && RateLimitHeaders.IsRefusedByTheApi(refusal, call.Error))
        {
            // The rate limiter holds a bulk call back as long as it takes, and that wait counts against nothing.
            call.HeldRetries++;
            call.NextDelay = Delay(retriesSoFar, hint: null);
            call.Excuse(call.NextDelay);
            return true;
        }

        var hint = outcome.Result is { } response ? RetryAfterHeader.Read(response, call.Error, _timeProvider) : null;
        // A bulk call is not given up for an intermediary's hint that cannot be waited for.
        if (hint > _options.MaxRetryAfter && isPatient && RateLimitHeaders.IsRefusedByRateLimit(outcome.Result!, call.Error))
            hint = null;
        if (hint > _options.MaxRetryAfter)
            return false;

        var counted = retriesSoFar - call.HeldRetries;
        call.NextDelay = Delay(counted, hint);
        if (call.NextDelay >= call.Remaining || counted >= call.MaxRetries)
            return false;

        call.LastRetryCost = RetryBudget.Cost(isThrottled: outcome.Result?.StatusCode == HttpStatusCode.TooManyRequests);
        if (_budget.TryTake(call.LastRetryCost))
            return true;
        call.IsRetryBudgetExhausted = true;
        Metrics.RetryRefused(call.Operation.Name);
        return false;
    }

    public static bool IsTransient(Outcome<HttpResponseMessage> outcome, InboxCall call) => outcome switch
    {
        // It was refused for the rate limit, so never processed.
        { Result.StatusCode: HttpStatusCode.TooManyRequests } => true,
        { Result: { IsSuccessStatusCode: false } response } => Transience.IsTransient(response.StatusCode, call.Error.Code) && call.Operation.IsRepeatable,
        { Exception: InboxTransportException { IsTransient: true } or InboxTimeoutException } => call.Operation.IsRepeatable,
        _ => false,
    };

    /// <summary>Draws a wait: evenly between zero and a bound that doubles ("full jitter"), yet never earlier than the server's hint, and then a little
    /// later, so that clients that got the same hint do not return in step.</summary>
    private TimeSpan Delay(int retriesSoFar, TimeSpan? hint)
    {
        var bound = Math.Min(_options.BaseDelay.Ticks * Math.Pow(2, retriesSoFar), _options.MaxDelay.Ticks);
        var jitter = TimeSpan.FromTicks((long)(bound * _random()));
        if (hint is not { } least)
            return jitter;

        var spread = Math.Min(TimeSpan.TicksPerSecond, least.Ticks / 10);
        return (jitter > least ? jitter : least) + TimeSpan.FromTicks((long)(spread * _random()));
    }

    private ValueTask OnRetry(OnRetryArguments<HttpResponseMessage> arguments)
    {
        var call = Call(arguments.Context);
        var reason = Telemetry.ErrorType(arguments.Outcome.Result, arguments.Outcome.Exception)!;
        _logger.Retrying(call.Operation.Name, call.Attempts, reason, arguments.RetryDelay);
        Metrics.Retried(call.Operation.Name, reason);
        Telemetry.Retried(reason, arguments.RetryDelay);

        // Gives the body's buffer back before the wait, not after it.
        arguments.Outcome.Result?.Dispose();
        return default;
    }
}
