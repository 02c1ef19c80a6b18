using System.Runtime.Versioning;
using InboxSdk;
using InboxSdk.DependencyInjection;
using InboxSdk.Pipeline;
using InboxSdk.V2;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides extension methods to register <see cref="IInboxClient"/> and <see cref="IInboxV2Client"/>.</summary>
/// <remarks>
/// <para>Both are one client: they share options, connections and rate limiter. Resolving <see cref="IInboxV2Client"/> throws an
/// <see cref="InvalidOperationException"/> unless <see cref="InboxClientOptions.ApiVersion"/> is <see cref="InboxApiVersion.V2"/>.</para>
/// <para>Each method returns the builder of the underlying HTTP client. Handlers added to it, or to all clients with <c>ConfigureHttpClientDefaults</c>, run once per
/// attempt; a custom primary handler or proxy is used. Redirects of a <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/> are always disabled, so that
/// no request body leaves the configured origin; a handler of another type must not follow redirects itself.</para>
/// <para>Retries and timeouts that <c>ConfigureHttpClientDefaults</c> adds for all clients with Microsoft.Extensions.Http.Resilience or Microsoft.Extensions.Http.Polly
/// are removed: this client has its own. Handlers added to the builder remain, and their requests count in <see cref="InboxException.AttemptCount"/>.</para>
/// <para>When the configuration is reloaded, the next request uses the new <see cref="InboxClientOptions.Token"/>. Other options are read once.</para>
/// <para>Invalid options prevent the host from starting, with messages that say how to fix them.</para>
/// </remarks>
[UnsupportedOSPlatform(UnsupportedPlatform.Browser)]
public static class InboxClientServiceCollectionExtensions
{

    // By name, because this package does not depend on the packages that contain them.
    private const string ResilienceHandler = "Microsoft.Extensions.Http.Resilience.ResilienceHandler";
    private const string PolicyHandler = "Microsoft.Extensions.Http.PolicyHttpMessageHandler";

    /// <summary>Registers <see cref="IInboxClient"/> as a singleton.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Configures the options. Options that are not set come from the environment variables <c>INBOX_API_TOKEN</c> and
    /// <c>INBOX_API_BASE_URL</c>.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">When the host starts, or the client is first resolved: an option is missing
    /// or invalid.</exception>
    public static IHttpClientBuilder AddInboxClient(this IServiceCollection services, Action<InboxClientOptions>? configure = null) =>
        services.AddClient(serviceKey: null, options => options.Configure(configure ?? (_ => { })));

    /// <summary>Registers <see cref="IInboxClient"/> as a singleton, with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that contains the options, such as <c>configuration.GetSection("Inbox")</c>. Options that are not set come from the
    /// environment variables <c>INBOX_API_TOKEN</c> and <c>INBOX_API_BASE_URL</c>.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="section"/> is null.</exception>
    /// <exception cref="InvalidOperationException">When the host starts, or the client is first resolved: a value of the section cannot be converted to the type of
    /// its option.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">When the host starts, or the client is first resolved: an option is missing or
    /// invalid.</exception>
    public static IHttpClientBuilder AddInboxClient(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddClient(serviceKey: null, options => Bind(options, section));
    }

    /// <summary>Registers an additional <see cref="IInboxClient"/> with a key, for applications that use several Inbox teams.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, as in <c>[FromKeyedServices("emea")] IInboxClient inbox</c>.</param>
    /// <param name="configure">Configures the options. Environment variables are ignored, so that one client never uses the token of another.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="configure"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is empty.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">When the host starts, or the client is first resolved: an option is missing
    /// or invalid.</exception>
    public static IHttpClientBuilder AddKeyedInboxClient(this IServiceCollection services, string serviceKey, Action<InboxClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddClient(serviceKey, options => options.Configure(configure));
    }

    /// <summary>Registers an additional <see cref="IInboxClient"/> with a key and options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, as in <c>[FromKeyedServices("emea")] IInboxClient inbox</c>.</param>
    /// <param name="section">The section that contains the options. Environment variables are ignored, so that one client never uses the token of another.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="section"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">When the host starts, or the client is first resolved: a value of the section cannot be converted to the type of
    /// its option.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">When the host starts, or the client is first resolved: an option is missing or
    /// invalid.</exception>
    public static IHttpClientBuilder AddKeyedInboxClient(this IServiceCollection services, string serviceKey, IConfigurationSection section)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(section);
        return services.AddClient(serviceKey, options => Bind(options, section));
    }

    private static void Bind(OptionsBuilder<InboxClientOptions> options, IConfigurationSection section) => options
        .Configure(options =>
        {
            options.ConfigurationPath = section.Path;
            // Binding adds to an existing list; a section with windows replaces those set before.
            if (HasList(section, nameof(options.RateLimit.Requests)))
                options.RateLimit.Requests = null;
            if (HasList(section, nameof(options.RateLimit.Reads)))
                options.RateLimit.Reads = null;
            if (HasList(section, nameof(options.RateLimit.Writes)))
                options.RateLimit.Writes = null;
        })
        .Bind(section);

    private static bool HasList(IConfigurationSection section, string name) => section.GetSection($"{nameof(InboxClientOptions.RateLimit)}:{name}").GetChildren().Any();

    private static IHttpClientBuilder AddClient(
        this IServiceCollection services, string? serviceKey, Action<OptionsBuilder<InboxClientOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        UnsupportedPlatform.ThrowIfCurrent();
        var optionsName = serviceKey ?? Options.Options.DefaultName;
        var clientName = ClientName.Of(serviceKey);

        configure(services.AddOptions<InboxClientOptions>(optionsName).ValidateOnStart());
        services.TryAddSingleton(InboxEnvironment.Process);
        services.TryAddSingleton<IInboxLeases>(provider => new InProcessLeases(provider.GetService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<InboxClientOptions>, InboxEnvironment>(
            provider => provider.GetRequiredService<InboxEnvironment>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InboxClientOptions>, InboxClientOptionsValidator>());

        var builder = services.AddHttpClient(clientName);
        // A second registration of the same client only adds options: the pipeline must be registered once.
        if (services.Any(service => service.ServiceType == typeof(InboxPipeline) && clientName.Equals(service.ServiceKey)))
            return builder;

        services.AddKeyedSingleton(clientName, (provider, _) => CreatePipeline(provider, optionsName));
        services.AddKeyedSingleton(clientName, (provider, _) =>
        {
            var pipeline = provider.GetRequiredKeyedService<InboxPipeline>(clientName);
            return new InboxClient(CreateHttpClient(provider, clientName, pipeline), pipeline);
        });
        if (serviceKey is null)
        {
            services.AddSingleton(provider => provider.GetRequiredKeyedService<InboxClient>(clientName));
            services.AddSingleton<IInboxClient>(provider => provider.GetRequiredKeyedService<InboxClient>(clientName));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<InboxClient>(clientName).V2);
        }
        else
        {
            services.AddKeyedSingleton(serviceKey, (provider, _) => provider.GetRequiredKeyedService<InboxClient>(clientName));
            services.AddKeyedSingleton<IInboxClient>(serviceKey, (provider, _) => provider.GetRequiredKeyedService<InboxClient>(clientName));
            services.AddKeyedSingleton(serviceKey, (provider, _) => provider.GetRequiredKeyedService<InboxClient>(clientName).V2);
        }

        AddTransport(builder);
        return builder;
    }

    private static InboxPipeline CreatePipeline(IServiceProvider provider, string optionsName)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<InboxClientOptions>>();
        var pipeline = new InboxPipeline(options.Get(optionsName), provider.GetRequiredService<ILoggerFactory>().CreateLogger(ClientName.Default));
        // Only the token is updated; the other options define the client.
        pipeline.Own(options.OnChange((changed, name) =>
        {
            if (name == optionsName)
                pipeline.UseToken(changed.Token);
        }));
        return pipeline;
    }

    // The outermost handler, so that handlers of the application run within an attempt and their responses and exceptions are mapped.
    private static HttpClient CreateHttpClient(IServiceProvider provider, string clientName, InboxPipeline pipeline)
    {
        if (provider.GetRequiredService<IHttpClientFactory>() is not IHttpMessageHandlerFactory)
        {
            throw new InvalidOperationException(
                "IHttpClientFactory was replaced by one that does not create handlers, which InboxSdk does not support. To provide responses in tests, set the primary handler: "
                + "services.AddInboxClient(...).ConfigurePrimaryHttpMessageHandler(() => handler).");
        }

        var client = new HttpClient(pipeline.Surround(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(clientName)));
        foreach (var configure in provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(clientName).HttpClientActions)
            configure(client);
        return client;
    }

    private static void AddTransport(IHttpClientBuilder builder)
    {
        var clientName = builder.Name;
        builder
            // The factory's own loggers write URLs, which contain ids.
            .RemoveAllLoggers()
            // One client lives as long as the application; its connections are renewed, not its handlers.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler((handler, _) =>
            {
                // The factory's default is a SocketsHttpHandler. Any other type comes from the defaults for all clients and is kept.
                if (handler is SocketsHttpHandler sockets)
                    InboxTransport.Configure(sockets);
            })
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => RemoveResilience(handlers));

        // After everything that the application configures.
        builder.Services.PostConfigure<HttpClientFactoryOptions>(clientName, options => options.HttpMessageHandlerBuilderActions.Add(handlers =>
            handlers.AdditionalHandlers.Add(handlers.Services.GetRequiredKeyedService<InboxPipeline>(clientName).CreateArrivalHandler())));
    }

    // The defaults for all clients run first, so existing handlers are theirs. Their retries would multiply those of the SDK and send a message twice.
    private static void RemoveResilience(IList<DelegatingHandler> handlers)
    {
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (handlers[i].GetType().FullName is ResilienceHandler or PolicyHandler)
                handlers.RemoveAt(i);
        }
    }
}
