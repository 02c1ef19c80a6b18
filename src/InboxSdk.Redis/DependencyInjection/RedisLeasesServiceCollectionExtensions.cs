using InboxSdk;
using InboxSdk.DependencyInjection;
using InboxSdk.Leases;
using InboxSdk.V2;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides extension methods to coordinate the processes of an application with a Redis, Valkey or Garnet server: by leases, and by a shared checkpoint of events.</summary>
/// <remarks>They use the <see cref="IConnectionMultiplexer"/> that the application registers, with the key of the client or without one, and share the <see cref="RedisLeaseOptions"/>,
/// which can also be set elsewhere: <c>services.Configure&lt;RedisLeaseOptions&gt;(section)</c>.</remarks>
public static class RedisLeasesServiceCollectionExtensions
{
    /// <summary>Registers leases on the server as <see cref="IInboxLeases"/>, in place of those of the process.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Configures the options, which the shared checkpoints also use. The default is <see langword="null"/>.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="OptionsValidationException">When the host starts, or the leases are first resolved: an option is invalid.</exception>
    public static IServiceCollection AddRedisLeases(this IServiceCollection services, Action<RedisLeaseOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddOptions(services, configure);
        services.RemoveAll<IInboxLeases>();
        return services.AddSingleton<IInboxLeases>(provider => new RedisLeases(Connection(provider), LeaseOptions(provider)));
    }

    /// <summary>Registers a checkpoint of events on the server, which <c>AddInboxEvents</c> of InboxSdk.AspNetCore uses: of the replicas of the application, one processes the events, and
    /// the others stand by.</summary>
    /// <param name="client">The client, as returned by <c>AddInboxClient</c> or <c>AddKeyedInboxClient</c>.</param>
    /// <param name="name">The name of the processor, 1 to 200 characters without braces: the replicas have the same, and no other application of the server has it.</param>
    /// <param name="configure">Configures the options, which <see cref="AddRedisLeases"/> also uses. The default is <see langword="null"/>.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="client"/> is not an Inbox client, or <paramref name="name"/> is invalid.</exception>
    /// <exception cref="InvalidOperationException">The client has a checkpoint of events already.</exception>
    /// <exception cref="OptionsValidationException">When the host starts: an option is invalid.</exception>
    public static IHttpClientBuilder AddRedisEventCheckpoint(this IHttpClientBuilder client, string name, Action<RedisLeaseOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        LeaseName.ThrowIfInvalid(name, nameof(name));
        var key = ClientName.KeyOf(client, nameof(AddRedisEventCheckpoint)) ?? Options.Options.DefaultName;
        if (client.Services.Any(service => service.ServiceType == typeof(IEventCheckpointStore) && key.Equals(service.ServiceKey)))
            throw new InvalidOperationException("The client has a checkpoint of events already.");
        AddOptions(client.Services, configure);
        client.Services.AddKeyedSingleton<IEventCheckpointStore>(key, (provider, _) => new RedisEventCheckpointStore(Connection(provider, key), name, LeaseOptions(provider)));
        return client;
    }

    private static void AddOptions(IServiceCollection services, Action<RedisLeaseOptions>? configure)
    {
        var options = services.AddOptions<RedisLeaseOptions>().ValidateOnStart().Configure<IServiceProvider>((options, provider) =>
            options.Logger ??= provider.GetService<ILoggerFactory>()?.CreateLogger(ClientName.Default));
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RedisLeaseOptions>, RedisLeaseOptionsValidator>());
    }

    private static RedisLeaseOptions LeaseOptions(IServiceProvider provider) => provider.GetRequiredService<IOptions<RedisLeaseOptions>>().Value;

    // That of the client, or that of the application.
    private static IConnectionMultiplexer Connection(IServiceProvider provider, string key = "") =>
        provider.GetKeyedService<IConnectionMultiplexer>(key) ?? provider.GetService<IConnectionMultiplexer>() ?? throw new InvalidOperationException(
        "There is no connection to Redis. Register it, such as services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(\"localhost,abortConnect=false\")).");
}
