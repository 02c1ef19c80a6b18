using System.Net;
using InboxSdk.Diagnostics;
using InboxSdk.Errors;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace InboxSdk.Pipeline;

/// <summary>The retry policy of all operations: which outcomes are retried, and after which delay.</summary>
internal sealed class RetryPolicy
{
    private static readonly ResiliencePropertyKey<RetryState> StateKey = new("InboxSdk.RetryState");

    // No window rejects one call that often: each rejection delays the next attempt until the window allows it.
    private const int MaxHeldRetries = 100;

    private readonly InboxRetryOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly Func<double> _random;
    private readonly bool _isPaced;
    private readonly RetryBudget _budget = new();
    private readonly ILogger _logger;

    // Created for the first retry: creating it takes longer than anything else at the start of a client.
    private readonly Lazy<ResiliencePipeline<HttpResponseMessage>> _pipeline;

    /// <param name="options">The validated options.</param>
    /// <param name="random">Returns uniformly distributed numbers, from 0 (inclusive) to 1 (exclusive).</param>
    /// <param name="logger">Logs retries.</param>
    public RetryPolicy(InboxClientOptions options, Func<double> random, ILogger logger)
    {
        _options = options.Retry;
        _isPaced = options.RateLimit.IsEnabled;
        _timeProvider = options.TimeProvider;
        _random = random;
        _logger = logger;
        _pipeline = new(CreatePipeline);
    }

    /// <summary>Increases the budget after a call whose first attempt succeeded.</summary>
    public void Succeeded() => _budget.Refund(cost: 0);

    /// <summary>Retries a call whose first attempt failed.</summary>
    /// <returns>The last attempt's outcome.</returns>
    public async ValueTask<Outcome<HttpResponseMessage>> RepeatAsync(
        Outcome<HttpResponseMessage> first, Func<CancellationToken, Task<HttpResponseMessage>> attempt, InboxCall call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(call.Operation.Name, cancellationToken);
        var state = new RetryState(call);
        context.Properties.Set(StateKey, state);
        var isMade = true;
        try
        {
            var last = await _pipeline.Value.ExecuteOutcomeAsync(
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
            if (last.Result is { IsSuccessStatusCode: true })
                _budget.Refund(state.LatestCost);
            return last;
        }
        finally
        {
            // Cancelled before the policy received it.
            if (isMade)
                first.Result?.Dispose();
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline<HttpResponseMessage> CreatePipeline() =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = _timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                // Counted below: not every retry counts.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = arguments => new(ShouldRetry(State(arguments.Context), arguments.Outcome, arguments.AttemptNumber)),
                DelayGenerator = static arguments => new(State(arguments.Context).NextDelay),
                OnRetry = OnRetry,
            })
            .Build();

    private static RetryState State(ResilienceContext context) => context.Properties.GetValue(StateKey, null!);

    // Determines the delay together with the decision: Polly requests it only afterwards, when it is too late to return the response to the caller
    // instead of waiting for longer than the deadline allows.
    private bool ShouldRetry(RetryState state, Outcome<HttpResponseMessage> outcome, int retriesSoFar)
    {
        var call = state.Call;
        if (call.MaxRetries == 0 || !IsTransient(outcome, call))
            return false;

        var isPatient = _isPaced && call.Priority == RateLimitPriority.Bulk;
        if (isPatient && state.HeldCount < MaxHeldRetries && outcome.Result is { } refusal && RateLimitHeaders.IsRefusedByTheApi(refusal, call.Error))
        {
            // The rate limiter delays a bulk call for as long as necessary, without counting the delay as a retry or against the deadline.
            state.HeldCount++;
            state.NextDelay = Delay(retriesSoFar, hint: null);
            call.Excuse(state.NextDelay);
            return true;
        }

        var hint = outcome.Result is { } response ? RetryAfterHeader.Read(response, call.Error, _timeProvider) : null;
        // A bulk call does not fail because an intermediary's Retry-After exceeds the maximum.
        if (hint > _options.MaxRetryAfter && isPatient && RateLimitHeaders.IsRefusedByRateLimit(outcome.Result!, call.Error))
            hint = null;
        if (hint > _options.MaxRetryAfter)
            return false;

        var counted = retriesSoFar - state.HeldCount;
        state.NextDelay = Delay(counted, hint);
        if (state.NextDelay >= call.Remaining || counted >= call.MaxRetries)
            return false;

        state.LatestCost = RetryBudget.Cost(isThrottled: outcome.Result?.StatusCode == HttpStatusCode.TooManyRequests);
        if (_budget.TryTake(state.LatestCost))
            return true;
        call.IsRetryBudgetExhausted = true;
        Metrics.RetryRefused(call.Operation.Name);
        return false;
    }

    public static bool IsTransient(Outcome<HttpResponseMessage> outcome, InboxCall call) => outcome switch
    {
        // The rate limit rejected it, so it was not processed.
        { Result.StatusCode: HttpStatusCode.TooManyRequests } => true,
        { Result: { IsSuccessStatusCode: false } response } => Transience.IsTransient(response.StatusCode, call.Error.Code) && call.Operation.IsRepeatable,
        { Exception: InboxTransportException { IsTransient: true } or InboxTimeoutException } => call.Operation.IsRepeatable,
        _ => false,
    };

    /// <summary>Computes a delay: exponential back-off with full jitter, but never shorter than the server's <c>Retry-After</c>, and then slightly longer, so
    /// that clients that received the same one do not retry at the same time.</summary>
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
        var call = State(arguments.Context).Call;
        var reason = Telemetry.ErrorType(arguments.Outcome.Result, arguments.Outcome.Exception)!;
        _logger.Retrying(call.Operation.Name, call.Attempts, reason, arguments.RetryDelay);
        Metrics.Retried(call.Operation.Name, reason);
        CallTelemetry.Retried(reason, arguments.RetryDelay);

        // Returns the buffer of the body before the delay, not after it.
        arguments.Outcome.Result?.Dispose();
        return default;
    }

    /// <summary>The state of the retries of one call. Most calls have none.</summary>
    private sealed class RetryState(InboxCall call)
    {
        public InboxCall Call { get; } = call;

        /// <summary>Gets or sets the delay before the next attempt.</summary>
        public TimeSpan NextDelay { get; set; }

        /// <summary>Gets or sets the number of retries that do not count towards the maximum, because they followed rejections by the rate limit.</summary>
        public int HeldCount { get; set; }

        /// <summary>Gets or sets the cost of the latest retry in the client's budget; 0 before the first.</summary>
        public int LatestCost { get; set; }
    }
}
