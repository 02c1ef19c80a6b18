using System.Net;
using System.Text;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using Polly;

namespace InboxSdk.Compatibility;

/// <summary>Contains the ways in which an application adds handlers between the SDK and the network.</summary>
internal static class Way
{
    private delegate Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>Gets the ways by their names: each registers a client, or creates its transport, for one played call.</summary>
    public static IReadOnlyDictionary<string, Func<PlayedServer, Played, (InboxClient Client, IAsyncDisposable? Owner)>> All { get; } =
        new Dictionary<string, Func<PlayedServer, Played, (InboxClient, IAsyncDisposable?)>>
        {
            ["created"] = (_, played) => Created(played, null),
            ["registered"] = (_, played) => Registered(played, null),
            ["registered under a key"] = (_, played) => Keyed(played),
            ["handler that adds a header"] = OnBuilder(async (request, send, cancellationToken) =>
            {
                request.Headers.Add("X-Trace", "1");
                return await send(request, cancellationToken);
            }),
            ["handler that returns a new response without its request"] = OnBuilder(NewResponseAsync),
            ["handler of the defaults that returns a new response without its request"] = InDefaults(NewResponseAsync),
            ["handler that swaps the content"] = OnBuilder(SwapAsync),
            ["handler of the defaults that swaps the content"] = InDefaults(SwapAsync),
            ["handler that decrypts into a stream"] = InDefaults(async (request, send, cancellationToken) =>
            {
                var response = await send(request, cancellationToken);
                var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                var (media, old) = (response.Content.Headers.ContentType, response.Content);
                response.Content = new StreamContent(new Forward(bytes)) { Headers = { ContentType = media } };
                old.Dispose();
                return response;
            }),
            ["handler that buffers"] = InDefaults(async (request, send, cancellationToken) =>
            {
                var response = await send(request, cancellationToken);
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                return response;
            }),
            ["handler that logs the bodies"] = InDefaults(async (request, send, cancellationToken) =>
            {
                if (request.Content is not null)
                    await request.Content.ReadAsStringAsync(cancellationToken);
                var response = await send(request, cancellationToken);
                await response.Content.ReadAsStringAsync(cancellationToken);
                return response;
            }),
            ["handler that caches"] = InDefaults(async (request, send, cancellationToken) =>
            {
                using var response = await send(request, cancellationToken);
                var cached = new HttpResponseMessage(response.StatusCode)
                {
                    Content = new ByteArrayContent(await response.Content.ReadAsByteArrayAsync(cancellationToken)),
                    RequestMessage = new HttpRequestMessage(HttpMethod.Get, "https://cache.invalid/"),
                };
                cached.Content.Headers.ContentType = response.Content.Headers.ContentType;
                if (response.Headers.RetryAfter is { } retryAfter)
                    cached.Headers.RetryAfter = retryAfter;
                return cached;
            }),
            ["handler that sends a copy of the request"] = OnBuilder(async (request, send, cancellationToken) =>
            {
                var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
                foreach (var (name, values) in request.Headers)
                    copy.Headers.TryAddWithoutValidation(name, values);
                return await send(copy, cancellationToken);
            }),
            ["standard resilience in the defaults"] = (_, played) => Registered(played, services => services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler(AtOnce))),
            ["standard resilience on the builder"] = (_, played) => Registered(played, null, http => http.AddStandardResilienceHandler(AtOnce)),
            ["hedging in the defaults"] = (_, played) => Registered(played, services => services.ConfigureHttpClientDefaults(http => http.AddStandardHedgingHandler())),
            ["hedging on the builder"] = (_, played) => Registered(played, null, http => http.AddStandardHedgingHandler().Configure(NotByTime)),
            ["Polly v7 in the defaults"] = (_, played) => Registered(played, services => services.ConfigureHttpClientDefaults(http => http.AddTransientHttpErrorPolicy(policy => policy.RetryAsync(2)))),
            ["Polly v7 on the builder"] = (_, played) => Registered(played, null, http => http.AddTransientHttpErrorPolicy(policy => policy.RetryAsync(2))),
            ["extended logging in the defaults"] = (_, played) => Registered(played, services => ExtendedLogging(services).ConfigureHttpClientDefaults(http => http.AddExtendedHttpClientLogging())),
            ["extended logging on the builder"] = (_, played) => Registered(played, services => ExtendedLogging(services), http => http.AddExtendedHttpClientLogging()),
            ["default logging on the builder"] = (_, played) => Registered(played, services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace)), http => http.AddDefaultLogger()),
            ["OpenTelemetry"] = (_, played) => Registered(
                played, services => services.AddOpenTelemetry().WithTracing(tracing => tracing.AddHttpClientInstrumentation().AddSource("InboxSdk"))),
            ["HttpClientHandler, registered"] = (_, played) => Registered(played, null, http => http.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler())),
            ["HttpClientHandler, created"] = (_, played) => Created(played, new HttpClientHandler()),
            ["HttpClientHandler of the defaults"] = (_, played) => Registered(played, services => services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler()))),
            ["test stub, created"] = (_, played) => Created(played, new Stub(played)),
            ["test stub, registered"] = (_, played) => Registered(played, null, http => http.ConfigurePrimaryHttpMessageHandler(() => new Stub(played))),
            ["test stub of the defaults"] = (_, played) => Registered(played, services => services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => new Stub(played)))),
            ["test stub as a handler"] = (_, played) => Registered(played, null, http => http.AddHttpMessageHandler(() => new Playing((_, _, _) => Task.FromResult(played.ToResponse())))),
            ["TestServer, created"] = (server, played) => Created(played, server.CreateMemoryHandler()),
            ["TestServer, registered"] = (server, played) => Registered(played, null, http => http.ConfigurePrimaryHttpMessageHandler(server.CreateMemoryHandler)),
            ["handler of IHttpMessageHandlerFactory"] = (_, played) =>
            {
                var provider = new ServiceCollection().AddHttpClient().BuildServiceProvider();
                return (Created(played, provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("own")).Client, provider);
            },
            ["builder filter that adds a handler"] = (_, played) => Registered(played, services => services.AddSingleton<IHttpMessageHandlerBuilderFilter>(
                new Filter(builder => builder.AdditionalHandlers.Insert(0, new Playing(SwapAsync))))),
            ["builder filter that sets the primary handler"] = (_, played) => Registered(played, services => services.AddSingleton<IHttpMessageHandlerBuilderFilter>(
                new Filter(builder => builder.PrimaryHandler = new HttpClientHandler()))),
        };

    private static Func<PlayedServer, Played, (InboxClient, IAsyncDisposable?)> OnBuilder(Func<HttpRequestMessage, Send, CancellationToken, Task<HttpResponseMessage>> play) =>
        (_, played) => Registered(played, null, http => http.AddHttpMessageHandler(() => new Playing(play)));

    private static Func<PlayedServer, Played, (InboxClient, IAsyncDisposable?)> InDefaults(Func<HttpRequestMessage, Send, CancellationToken, Task<HttpResponseMessage>> play) =>
        (_, played) => Registered(played, services => services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new Playing(play))));

    private static (InboxClient Client, IAsyncDisposable? Owner) Created(Played played, HttpMessageHandler? transport)
    {
        var options = new InboxClientOptions();
        For(played)(options);
        return (InboxClient.Create(options, transport), null);
    }

    private static (InboxClient Client, IAsyncDisposable? Owner) Registered(Played played, Action<IServiceCollection>? before, Action<IHttpClientBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        before?.Invoke(services);
        var builder = services.AddInboxClient(For(played));
        configure?.Invoke(builder);
        var provider = services.BuildServiceProvider();
        return ((InboxClient)provider.GetRequiredService<IInboxClient>(), provider);
    }

    private static (InboxClient Client, IAsyncDisposable? Owner) Keyed(Played played)
    {
        var provider = new ServiceCollection();
        provider.AddKeyedInboxClient("emea", For(played));
        var built = provider.BuildServiceProvider();
        return ((InboxClient)built.GetRequiredKeyedService<IInboxClient>("emea"), built);
    }

    private static Action<InboxClientOptions> For(Played played) => options =>
    {
        (options.Token, options.BaseAddress, options.RateLimit.IsEnabled) = ("ibt_compatibility", played.BaseAddress, false);
        (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1));
    };

    private static void AtOnce(HttpStandardResilienceOptions options) =>
        (options.Retry.Delay, options.Retry.BackoffType, options.Retry.UseJitter, options.Retry.ShouldRetryAfterHeader) = (TimeSpan.Zero, DelayBackoffType.Constant, false, false);

    // After the default, 2 real seconds, a slow request would be hedged too, not only a failed one.
    private static void NotByTime(HttpStandardHedgingResilienceOptions options) => options.Hedging.Delay = Timeout.InfiniteTimeSpan;

    private static IServiceCollection ExtendedLogging(IServiceCollection services) => services
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace))
        .AddRedaction(redaction => redaction.SetRedactor<ErasingRedactor>(new DataClassificationSet(new DataClassification("Own", "Private"))))
        .AddExtendedHttpClientLogging(options =>
        {
#pragma warning disable EXTEXP0003 // Experimental; it reads the bodies, which were once lost.
            (options.LogBody, options.LogContentHeaders) = (true, true);
#pragma warning restore EXTEXP0003
            options.RequestBodyContentTypes.Add("application/json");
            options.ResponseBodyContentTypes.Add("application/json");
        });

    private static async Task<HttpResponseMessage> NewResponseAsync(HttpRequestMessage request, Send send, CancellationToken cancellationToken)
    {
        using var response = await send(request, cancellationToken);
        var made = new HttpResponseMessage(response.StatusCode) { Content = new ByteArrayContent(await response.Content.ReadAsByteArrayAsync(cancellationToken)) };
        made.Content.Headers.ContentType = response.Content.Headers.ContentType;
        if (response.Headers.RetryAfter is { } retryAfter)
            made.Headers.RetryAfter = retryAfter;
        return made;
    }

    private static async Task<HttpResponseMessage> SwapAsync(HttpRequestMessage request, Send send, CancellationToken cancellationToken)
    {
        var response = await send(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (text.Length > 0)
            response.Content = new StringContent(text, Encoding.UTF8, response.Content.Headers.ContentType!.MediaType!);
        return response;
    }

    private sealed class Playing(Func<HttpRequestMessage, Send, CancellationToken, Task<HttpResponseMessage>> play) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => play(request, base.SendAsync, cancellationToken);
    }

    private sealed class Stub(Played played) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(played.ToResponse());
    }

    private sealed class Filter(Action<HttpMessageHandlerBuilder> configure) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            configure(builder);
        };
    }

    /// <summary>Represents a stream that can be read only once.</summary>
    private sealed class Forward(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override bool CanSeek => false;
    }
}
