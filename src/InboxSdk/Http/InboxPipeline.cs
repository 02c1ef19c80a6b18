using InboxSdk.Diagnostics;
using InboxSdk.Errors;
using Microsoft.Extensions.Logging;
using Refit;

namespace InboxSdk.Http;

/// <summary>The parts all requests of one client share, and how they are put together: call (deadline, retry) → attempt (quota, timeout, token, body) → the
/// application's own handlers → transport.</summary>
internal sealed class InboxPipeline(InboxClientOptions options, ILogger logger)
{
    // Long enough to profit from open connections, short enough to follow a change of the service's addresses.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

#pragma warning disable RS0030 // The one source of randomness; the policy takes it as an argument.
    private readonly RetryPolicy _retry = new(options, Random.Shared.NextDouble, logger);
#pragma warning restore RS0030

    private readonly RequestAuthentication _authentication = new(options);
    private readonly DeprecationWatch _deprecation = new(options, logger);
    private readonly AttemptTimers _timers = new(options.TimeProvider);
    private ReportedQuota? _reported;

    public InboxClientOptions Options { get; } = options;

    public IInboxQuota Quota { get; } = !options.Quota.IsEnabled
        ? new NoQuota()
        : Measured(options.Quota.Shared ?? new InProcessQuota(options.Quota, options.ApiVersion, options.TimeProvider, options.Retry.MaxRetryAfter));

    public AccountGates Accounts { get; } = new(options.Retry, options.TimeProvider, logger);

    public ILogger Logger { get; } = logger;

    public ErrorMapper Errors { get; } = new(options);

    /// <summary>Logs a warning when the client uses an API version that is retired or soon will be.</summary>
    public void WarnOfRetirement()
    {
        if (Options.ApiVersion == InboxApiVersion.V1)
            Logger.RetiredVersion(DeprecationWatch.V1RetiredAt);
    }

    public CallHandler CreateCallHandler() => new(Options, _retry, Errors, Logger);

    public AttemptHandler CreateAttemptHandler() => new(Options, _reported ??= new ReportedQuota(Quota, Options.TimeProvider, Logger), Accounts, _authentication, _deprecation, _timers);

    public HttpMessageHandler CreateHandlers(HttpMessageHandler primary)
    {
        var attempt = CreateAttemptHandler();
        attempt.InnerHandler = primary;
        var call = CreateCallHandler();
        call.InnerHandler = attempt;
        return call;
    }

    /// <summary>Sets what every request has, and leaves time to the pipeline.</summary>
    public void Configure(HttpClient httpClient)
    {
        httpClient.BaseAddress = Options.EffectiveBaseAddress;
        httpClient.Timeout = Timeout.InfiniteTimeSpan;
        httpClient.DefaultRequestHeaders.Remove("User-Agent");
        httpClient.DefaultRequestHeaders.Remove("Accept");
#pragma warning disable RS0030 // A constant, and a text the validator has parsed. Parsed here, each request would copy it part by part.
        httpClient.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Of(Options.UserAgentSuffix));
        httpClient.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
#pragma warning restore RS0030
    }

    public RefitSettings RefitSettings(JsonBodySerializer serializer) => new(serializer)
    {
        // A body of known length, that can be sent again.
        Buffered = true,
        ExceptionFactory = Errors.FromResponseAsync,
        TransportExceptionFactory = static (_, exception, _) => exception,
    };

    private static IInboxQuota Measured(IInboxQuota quota)
    {
        Metrics.Observe(quota);
        return quota;
    }

    public static SocketsHttpHandler CreatePrimaryHandler()
    {
        var handler = new SocketsHttpHandler();
        Configure(handler);
        return handler;
    }

    public static void Configure(SocketsHttpHandler handler)
    {
        handler.PooledConnectionLifetime = ConnectionLifetime;
        handler.AutomaticDecompression = System.Net.DecompressionMethods.All;
        handler.UseCookies = false;
        ForbidRedirects(handler);
    }

    /// <summary>Forbids .NET's own handlers to take a body to another origin, also one that others wrap.</summary>
    public static void ForbidRedirects(HttpMessageHandler primary)
    {
        var handler = primary;
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;
        if (handler is SocketsHttpHandler { AllowAutoRedirect: true } sockets)
            sockets.AllowAutoRedirect = false;
        else if (handler is HttpClientHandler { AllowAutoRedirect: true } client)
            client.AllowAutoRedirect = false;
    }
}
