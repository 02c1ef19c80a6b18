using InboxSdk.Diagnostics;
using InboxSdk.Errors;
using InboxSdk.RateLimiting;
using Microsoft.Extensions.Logging;
using Refit;

namespace InboxSdk.Pipeline;

/// <summary>The services that all requests of one client share, and the composition of the pipeline: call (deadline, retry) → attempt (rate limit, timeout, token, body) → the
/// application's own handlers → arrival (counts) → transport.</summary>
internal sealed class InboxPipeline(InboxClientOptions options, ILogger logger) : IDisposable
{
#pragma warning disable RS0030 // The only source of randomness; the policy receives it as an argument.
    private readonly RetryPolicy _retry = new(options, Random.Shared.NextDouble, logger);
#pragma warning restore RS0030

    private readonly RequestAuthentication _authentication = new(options);
    private readonly DeprecationWatch _deprecation = new(options, logger);
    private readonly AttemptTimers _timers = new(options.TimeProvider);
    private readonly Arrivals _arrivals = new();
    private IDisposable? _owned;
    private volatile bool _isDisposed;

    public InboxClientOptions Options { get; } = options;

    public ReportingRateLimiter RateLimiter { get; } = new(Limiter(options), options.TimeProvider, logger);

    public AccountLimits Accounts { get; } = new(options.Retry, options.TimeProvider, logger);

    public ILogger Logger { get; } = logger;

    public ErrorMapper Errors { get; } = new(options);

    /// <summary>Logs a warning if the client uses an API version that is or will be retired.</summary>
    public void WarnOfRetirement()
    {
        if (Options.ApiVersion == InboxApiVersion.V1)
            Logger.RetiredVersion(DeprecationWatch.V1RetiredAt);
    }

    public ArrivalHandler CreateArrivalHandler() => new(_arrivals, _authentication);

    /// <summary>Creates the pipeline around a transport.</summary>
    public HttpMessageHandler CreateHandlers(HttpMessageHandler transport)
    {
        var arrival = CreateArrivalHandler();
        arrival.InnerHandler = transport;
        return Surround(arrival);
    }

    /// <summary>Creates the pipeline around handlers that have an <see cref="ArrivalHandler"/> before their transport.</summary>
    public HttpMessageHandler Surround(HttpMessageHandler handlers)
    {
        InboxTransport.Prepare(handlers, Options.EffectiveBaseAddress);
        return new CallHandler(Options, _retry, Logger)
        {
            InnerHandler = new AttemptHandler(Options, RateLimiter, Accounts, _authentication, _deprecation, _timers, _arrivals, new(Errors), Logger) { InnerHandler = handlers },
        };
    }

    /// <summary>Uses another token from now on.</summary>
    public void UseToken(string? token) => _authentication.UseToken(token);

    /// <summary>Stores an object that is disposed with the client.</summary>
    public void Own(IDisposable? owned) => _owned = owned;

    /// <summary>Marks the client as disposed, before its disposal cancels the calls in flight.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _owned?.Dispose();
    }

    /// <summary>Configures defaults of all requests, and leaves timeouts to the pipeline.</summary>
    public void Configure(HttpClient httpClient)
    {
        httpClient.BaseAddress = Options.EffectiveBaseAddress;
        httpClient.Timeout = Timeout.InfiniteTimeSpan;
        httpClient.DefaultRequestHeaders.Remove("User-Agent");
        httpClient.DefaultRequestHeaders.Remove("Accept");
#pragma warning disable RS0030 // A constant, and text that the validator has parsed. If it is parsed here, each request copies it component by component.
        httpClient.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Of(Options.UserAgentSuffix));
        httpClient.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
#pragma warning restore RS0030
    }

    public RefitSettings RefitSettings(JsonBodySerializer serializer) => new(serializer)
    {
        // A body of known length, which can be resent.
        Buffered = true,
        ExceptionFactory = Errors.FromResponseAsync,
        TransportExceptionFactory = Failure,
    };

    // Disposing the HttpClient cancels its calls. Only here is it known that the caller did not cancel them.
    private Exception Failure(HttpRequestMessage request, Exception exception, CancellationToken cancellationToken)
    {
        if (!_isDisposed || exception is not (OperationCanceledException or ObjectDisposedException) || InboxCall.Of(request) is not { CancellationToken.IsCancellationRequested: false } call)
            return exception;
        var name = call.Operation.Name;
        var failure = new InboxTransportException(
            call.Attempts > 0 ? $"{name}: the client was disposed while the call was in flight." : $"{name}: the client is disposed. Nothing was sent.", exception)
        {
            Reason = InboxTransportReason.ClientDisposed,
        };
        failure.SetCall(call);
        return failure;
    }

    private static IInboxRateLimiter Limiter(InboxClientOptions options)
    {
        if (!options.RateLimit.IsEnabled)
            return new NoRateLimiter();
        var limiter = options.RateLimit.Limiter ?? new InProcessRateLimiter(options.RateLimit, options.ApiVersion, options.TimeProvider, options.Retry.MaxRetryAfter);
        Metrics.Observe(limiter);
        return limiter;
    }
}
