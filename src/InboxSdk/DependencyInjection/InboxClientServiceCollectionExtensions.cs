using System.Runtime.Versioning;
using InboxSdk;
using InboxSdk.Http;
using InboxSdk.V2;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="IInboxClient"/>, and with it <see cref="IInboxV2Client"/>.</summary>
/// <remarks>
/// <para>Both are one client: they share its options, connections and quota. <see cref="IInboxV2Client"/> needs <see cref="InboxClientOptions.ApiVersion"/>
/// to be <see cref="InboxApiVersion.V2"/>; asking for it is an <see cref="InvalidOperationException"/> otherwise.</para>
/// <para>Each method returns the builder of the underlying HTTP client. Handlers added to it, or to all clients by <c>ConfigureHttpClientDefaults</c>, run once an
/// attempt; a primary handler or a proxy that is set is used. Redirects of a <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/> stay off whatever it
/// says, so that no request body leaves the configured origin; a handler of another kind must not follow redirects itself.</para>
/// <para>Retries and timeouts that <c>ConfigureHttpClientDefaults</c> adds for all clients by Microsoft.Extensions.Http.Resilience or Microsoft.Extensions.Http.Polly
/// are left out: this client has its own. What is added to the builder stays, and what it sends counts in <see cref="InboxException.Attempts"/>.</para>
/// <para>When the configuration is reloaded, a new <see cref="InboxClientOptions.Token"/> is used from the next request on. The other options are read once.</para>
/// <para>Wrong options fail the start of the host, with messages that say what to do.</para>
/// </remarks>
[UnsupportedOSPlatform(UnsupportedPlatform.Browser)]
public static class InboxClientServiceCollectionExtensions
{
    private const string ClientName = "InboxSdk";

    // By name, for the packages that have them are no dependencies of this one.
    private const string ResilienceHandler = "Microsoft.Extensions.Http.Resilience.ResilienceHandler";
    private const string PolicyHandler = "Microsoft.Extensions.Http.PolicyHttpMessageHandler";

    /// <summary>Registers <see cref="IInboxClient"/> as a singleton.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options. What it leaves open comes from the environment variables <c>INBOX_API_TOKEN</c> and
    /// <c>INBOX_API_BASE_URL</c>.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">At the start of the host, or when the client is first asked for: an option is missing
    /// or wrong.</exception>
    public static IHttpClientBuilder AddInboxClient(this IServiceCollection services, Action<InboxClientOptions>? configure = null) =>
        services.AddClient(serviceKey: null, options => options.Configure(configure ?? (_ => { })));

    /// <summary>Registers <see cref="IInboxClient"/> as a singleton, with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that holds the options, such as <c>configuration.GetSection("Inbox")</c>. What it leaves open comes from the
    /// environment variables <c>INBOX_API_TOKEN</c> and <c>INBOX_API_BASE_URL</c>.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="section"/> is null.</exception>
    /// <exception cref="InvalidOperationException">At the start of the host, or when the client is first asked for: a value of the section cannot be read as its
    /// option.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Likewise: an option is missing or wrong.</exception>
    public static IHttpClientBuilder AddInboxClient(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddClient(serviceKey: null, options => Bind(options, section));
    }

    /// <summary>Registers a further <see cref="IInboxClient"/> under a key, for an application that works with several accounts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, as in <c>[FromKeyedServices("emea")] IInboxClient inbox</c>.</param>
    /// <param name="configure">Sets the options. Environment variables play no part: one account must not fall back to another's token.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="configure"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is empty.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">At the start of the host, or when the client is first asked for: an option is missing
    /// or wrong.</exception>
    public static IHttpClientBuilder AddKeyedInboxClient(this IServiceCollection services, string serviceKey, Action<InboxClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddClient(serviceKey, options => options.Configure(configure));
    }

    /// <summary>Registers a further <see cref="IInboxClient"/> under a key, with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, as in <c>[FromKeyedServices("emea")] IInboxClient inbox</c>.</param>
    /// <param name="section">The section that holds the options. Environment variables play no part: one account must not fall back to another's token.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> or <paramref name="section"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">At the start of the host, or when the client is first asked for: a value of the section cannot be read as its
    /// option.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Likewise: an option is missing or wrong.</exception>
    public static IHttpClientBuilder AddKeyedInboxClient(this IServiceCollection services, string serviceKey, IConfiguration section)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(section);
        return services.AddClient(serviceKey, options => Bind(options, section));
    }

    private static void Bind(OptionsBuilder<InboxClientOptions> options, IConfiguration section) => options
        .Configure(options =>
        {
            // Binding adds to a list that is there; a section that has windows replaces those set before.
            if (HasList(section, nameof(options.Quota.Requests)))
                options.Quota.Requests = null;
            if (HasList(section, nameof(options.Quota.Reads)))
                options.Quota.Reads = null;
            if (HasList(section, nameof(options.Quota.Writes)))
                options.Quota.Writes = null;
        })
        .Bind(section);

    private static bool HasList(IConfiguration section, string name) => section.GetSection($"{nameof(InboxClientOptions.Quota)}:{name}").GetChildren().Any();

    private static IHttpClientBuilder AddClient(
        this IServiceCollection services, string? serviceKey, Action<OptionsBuilder<InboxClientOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        UnsupportedPlatform.ThrowIfCurrent();
        var optionsName = serviceKey ?? Options.Options.DefaultName;
        var clientName = serviceKey is null ? ClientName : $"{ClientName}:{serviceKey}";

        configure(services.AddOptions<InboxClientOptions>(optionsName).ValidateOnStart());
        services.TryAddSingleton(InboxEnvironment.Process);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<InboxClientOptions>, InboxEnvironment>(
            provider => provider.GetRequiredService<InboxEnvironment>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InboxClientOptions>, InboxClientOptionsValidator>());

        var builder = services.AddHttpClient(clientName);
        // A second registration of the same client only adds to its options: the pipeline must stand in it once.
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
            services.AddSingleton<IInboxClient>(provider => provider.GetRequiredKeyedService<InboxClient>(clientName));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<InboxClient>(clientName).V2);
        }
        else
        {
            services.AddKeyedSingleton<IInboxClient>(serviceKey, (provider, _) => provider.GetRequiredKeyedService<InboxClient>(clientName));
            services.AddKeyedSingleton(serviceKey, (provider, _) => provider.GetRequiredKeyedService<InboxClient>(clientName).V2);
        }

        AddTransport(builder);
        return builder;
    }

    private static InboxPipeline CreatePipeline(IServiceProvider provider, string optionsName)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<InboxClientOptions>>();
        var pipeline = new InboxPipeline(options.Get(optionsName), provider.GetRequiredService<ILoggerFactory>().CreateLogger(ClientName));
        // The token alone is followed: the rest says what a client is.
        pipeline.Own(options.OnChange((changed, name) =>
        {
            if (name == optionsName)
                pipeline.UseToken(changed.Token);
        }));
        return pipeline;
    }

    // Around all that the factory makes, so that whatever an application puts between runs within an attempt, and what it returns or throws is read and named by ours.
    private static HttpClient CreateHttpClient(IServiceProvider provider, string clientName, InboxPipeline pipeline)
    {
        if (provider.GetRequiredService<IHttpClientFactory>() is not IHttpMessageHandlerFactory)
        {
            throw new InvalidOperationException(
                "IHttpClientFactory was replaced by one that does not create handlers, so InboxSdk cannot use it. To play responses in tests, set the primary handler: "
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
            // The factory's own loggers write addresses, which hold ids.
            .RemoveAllLoggers()
            // One client lives as long as the application; its connections, not its handlers, are renewed.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler((handler, _) =>
            {
                // The factory's default is one. Another kind is what the defaults for all clients set, and stays.
                if (handler is SocketsHttpHandler sockets)
                    InboxTransport.Configure(sockets);
            })
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => RemoveResilience(handlers));

        // After everything the application configures.
        builder.Services.PostConfigure<HttpClientFactoryOptions>(clientName, options => options.HttpMessageHandlerBuilderActions.Add(handlers =>
            handlers.AdditionalHandlers.Add(handlers.Services.GetRequiredKeyedService<InboxPipeline>(clientName).CreateArrivalHandler())));
    }

    // The defaults for all clients come first, so what is there now is theirs. Their retries would multiply ours, and send a message twice.
    private static void RemoveResilience(IList<DelegatingHandler> handlers)
    {
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (handlers[i].GetType().FullName is ResilienceHandler or PolicyHandler)
                handlers.RemoveAt(i);
        }
    }
}
