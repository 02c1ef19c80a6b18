using InboxSdk;
using InboxSdk.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides an extension method to share the rate limit of a registered client with other processes.</summary>
public static class InboxRedisHttpClientBuilderExtensions
{
    /// <summary>Shares the rate limit of a client with all processes that use the same Redis, Valkey or Garnet server and the same quota.</summary>
    /// <param name="client">The client, as returned by <c>AddInboxClient</c> or <c>AddKeyedInboxClient</c>.</param>
    /// <param name="configure">Configures the options. The default uses the registered <c>IConnectionMultiplexer</c>.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="client"/> is not an Inbox client.</exception>
    /// <exception cref="InvalidOperationException">The client has a shared rate limiter already.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">When the host starts, or the client is first resolved: an option is missing or invalid.</exception>
    /// <remarks>The windows and the reserve are those of <see cref="InboxClientOptions.RateLimit"/>, the same in all processes. A rate limiter that is set there replaces this one, and is
    /// not shared. The host also starts if the server is not available. The options can also be set elsewhere: <c>services.Configure&lt;RedisRateLimiterOptions&gt;(section)</c>, with the key
    /// of the client as the name if it has one.</remarks>
    public static IHttpClientBuilder AddRedisRateLimiter(this IHttpClientBuilder client, Action<RedisRateLimiterOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var key = ClientName.KeyOf(client, nameof(AddRedisRateLimiter));
        var name = key ?? Options.Options.DefaultName;
        if (client.Services.Any(service => service.ServiceType == typeof(RegisteredRateLimiter) && name.Equals(service.ServiceKey)))
            throw new InvalidOperationException("The client has a shared rate limiter already.");
        client.Services.AddKeyedSingleton(name, (provider, _) => new RegisteredRateLimiter(provider, key));
        client.Services.AddOptions<RedisRateLimiterOptions>(name)
            .Configure<ILoggerFactory>((options, loggers) => options.Logger ??= loggers.CreateLogger(ClientName.Default))
            .Configure(configure ?? (_ => { }));
        client.Services.AddOptions<InboxClientOptions>(name).PostConfigure<IServiceProvider>((options, provider) =>
            options.RateLimit.Limiter ??= provider.GetRequiredKeyedService<RegisteredRateLimiter>(name).GetOrCreate(options));
        return client;
    }
}
