using InboxSdk.V2;
using InboxSdk.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides extension methods to register webhooks. <c>MapInboxWebhooks</c> maps their endpoint.</summary>
/// <remarks>Invalid options prevent the host from starting, with messages that say how to fix them.</remarks>
public static class InboxWebhookServiceCollectionExtensions
{
    private const string LogCategory = "InboxSdk";

    /// <summary>Registers webhooks.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Configures the options. At least one secret is required.</param>
    /// <returns>The builder, to add handlers.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">When the host starts: an option is missing or invalid.</exception>
    public static InboxWebhooksBuilder AddInboxWebhooks(this IServiceCollection services, Action<InboxWebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddReceiver(Options.Options.DefaultName, options => options.Configure(configure));
    }

    /// <summary>Registers webhooks with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section that contains the options, such as <c>configuration.GetSection("InboxWebhooks")</c>.</param>
    /// <returns>The builder, to add handlers.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">When the host starts: a value of the section cannot be converted to the type of its option.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">When the host starts: an option is missing or invalid.</exception>
    public static InboxWebhooksBuilder AddInboxWebhooks(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddReceiver(Options.Options.DefaultName, options => options.Bind(section));
    }

    /// <summary>Registers additional webhooks with a key, for applications that use several Inbox teams: a delivery does not name its team, so each team has an address and
    /// secrets of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, to pass to <c>MapInboxWebhooks</c>.</param>
    /// <param name="configure">Configures the options. At least one secret is required.</param>
    /// <returns>The builder, to add handlers.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is empty.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">When the host starts: an option is missing or invalid.</exception>
    public static InboxWebhooksBuilder AddKeyedInboxWebhooks(this IServiceCollection services, string serviceKey, Action<InboxWebhookOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddReceiver(serviceKey, options => options.Configure(configure));
    }

    /// <summary>Registers additional webhooks with a key and options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, to pass to <c>MapInboxWebhooks</c>.</param>
    /// <param name="section">The section that contains the options.</param>
    /// <returns>The builder, to add handlers.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">When the host starts: a value of the section cannot be converted to the type of its option.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">When the host starts: an option is missing or invalid.</exception>
    public static InboxWebhooksBuilder AddKeyedInboxWebhooks(this IServiceCollection services, string serviceKey, IConfigurationSection section)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        ArgumentNullException.ThrowIfNull(section);
        return services.AddReceiver(serviceKey, options => options.Bind(section));
    }

    private static WebhookEndpoint CreateEndpoint(IServiceProvider provider, string name)
    {
        var hasHandlers = provider.GetRequiredService<IOptionsMonitor<WebhookHandlers>>().Get(name).Items.Count > 0;
        var processor = provider.GetKeyedService<InboxEventProcessor>(name);
        // Deliveries would be confirmed and lost.
        if (!hasHandlers && processor is null)
        {
            throw new InvalidOperationException(
                "The webhooks have no handler and no event processor. Call AddHandler on the result of AddInboxWebhooks, or AddInboxEvents on that of AddInboxClient"
                + (name.Length == 0 ? "." : $", each with the key '{name}'."));
        }

        return new(provider.GetRequiredKeyedService<WebhookReceiver>(name), hasHandlers, processor, CreateLogger(provider));
    }

    private static InboxWebhooksBuilder AddReceiver(this IServiceCollection services, string name, Action<OptionsBuilder<InboxWebhookOptions>> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        configure(services.AddOptions<InboxWebhookOptions>(name).ValidateOnStart());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InboxWebhookOptions>, InboxWebhookOptionsValidator>());
        // A second registration only adds options and handlers.
        if (services.Any(service => service.ServiceType == typeof(WebhookReceiver) && name.Equals(service.ServiceKey)))
            return new(services, name);

        services.AddKeyedSingleton(name, (provider, _) => new WebhookReceiver(provider.GetRequiredService<IOptionsMonitor<InboxWebhookOptions>>(), name));
        services.AddKeyedSingleton(name, (provider, _) => CreateEndpoint(provider, name));
        services.AddSingleton<IHostedService>(provider => new WebhookWorker(
            provider.GetRequiredKeyedService<WebhookReceiver>(name),
            provider.GetRequiredService<IOptionsMonitor<WebhookHandlers>>().Get(name).Items,
            provider.GetRequiredService<IServiceScopeFactory>(),
            CreateLogger(provider)));
        return new(services, name);
    }

    private static ILogger CreateLogger(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategory);
}
