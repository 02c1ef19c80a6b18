using System.Diagnostics.CodeAnalysis;
using InboxSdk;
using InboxSdk.DependencyInjection;
using InboxSdk.V2;
using InboxSdk.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides extension methods to process the events of a registered client, as a hosted service.</summary>
/// <remarks>
/// <para>An <see cref="InboxEventProcessor"/> runs from the start of the host to its stop. When the host stops, the event in progress is finished within the host's timeout. If the
/// processor cannot continue, the host logs its exception and stops, with exit code 0, unless <c>HostOptions.BackgroundServiceExceptionBehavior</c> is changed.</para>
/// <para>The options can also be set elsewhere: <c>services.Configure&lt;EventProcessorOptions&gt;(section)</c>, with the key of the client as the name if it has one.</para>
/// <para>A delivery of <c>MapInboxWebhooks</c> wakes the processor of the same key. The webhooks need no handler of their own then.</para>
/// </remarks>
public static class InboxEventsHttpClientBuilderExtensions
{
    /// <summary>Processes events with a class. For each attempt an instance is created in a scope of dependency injection. The class is registered as a scoped service unless it is
    /// registered already.</summary>
    /// <typeparam name="THandler">The class.</typeparam>
    /// <param name="client">The client, as returned by <c>AddInboxClient</c> or <c>AddKeyedInboxClient</c>.</param>
    /// <param name="configure">Configures the options. <see cref="EventProcessorOptions.Checkpoint"/> is required, unless a package registers the checkpoint, such as
    /// <c>AddRedisEventCheckpoint</c> of InboxSdk.Redis. The default is <see langword="null"/>.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="client"/> is not an Inbox client.</exception>
    /// <exception cref="InvalidOperationException">The client has a processor already.</exception>
    /// <exception cref="OptionsValidationException">When the host starts: an option is missing or invalid.</exception>
    public static IHttpClientBuilder AddInboxEvents<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IHttpClientBuilder client, Action<EventProcessorOptions>? configure = null)
        where THandler : class, IInboxEventHandler
    {
        ArgumentNullException.ThrowIfNull(client);
        client.Services.TryAddScoped<THandler>();
        return client.AddProcessor(configure, provider =>
        {
            var scopes = provider.GetRequiredService<IServiceScopeFactory>();
            return async (inboxEvent, cancellationToken) =>
            {
                var scope = scopes.CreateAsyncScope();
                await using (scope.ConfigureAwait(false))
                    await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(inboxEvent, cancellationToken).ConfigureAwait(false);
            };
        });
    }

    /// <summary>Processes events with a delegate.</summary>
    /// <param name="client">The client, as returned by <c>AddInboxClient</c> or <c>AddKeyedInboxClient</c>.</param>
    /// <param name="handler">Handles an event.</param>
    /// <param name="configure">Configures the options. <see cref="EventProcessorOptions.Checkpoint"/> is required, unless a package registers the checkpoint, such as
    /// <c>AddRedisEventCheckpoint</c> of InboxSdk.Redis. The default is <see langword="null"/>.</param>
    /// <returns>The builder of the HTTP client.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="client"/> is not an Inbox client.</exception>
    /// <exception cref="InvalidOperationException">The client has a processor already.</exception>
    /// <exception cref="OptionsValidationException">When the host starts: an option is missing or invalid.</exception>
    public static IHttpClientBuilder AddInboxEvents(
        this IHttpClientBuilder client, Func<InboxEvent, CancellationToken, Task> handler, Action<EventProcessorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(handler);
        return client.AddProcessor(configure, _ => handler);
    }

    private static IHttpClientBuilder AddProcessor(
        this IHttpClientBuilder client, Action<EventProcessorOptions>? configure, Func<IServiceProvider, Func<InboxEvent, CancellationToken, Task>> createHandler)
    {
        var key = ClientName.KeyOf(client, "AddInboxEvents");
        // The key of the webhooks that wake it.
        var name = key ?? Options.Options.DefaultName;
        if (client.Services.Any(service => service.ServiceType == typeof(InboxEventProcessor) && name.Equals(service.ServiceKey)))
            throw new InvalidOperationException("The client has an event processor already.");

        client.Services.AddOptions<EventProcessorOptions>(name)
            .Configure<IServiceProvider>((options, provider) =>
            {
                options.Logger ??= provider.GetRequiredService<ILoggerFactory>().CreateLogger(ClientName.Default);
                options.Checkpoint ??= provider.GetKeyedService<IEventCheckpointStore>(name);
                if (options.TimeProvider == TimeProvider.System)
                    options.TimeProvider = provider.GetRequiredService<IOptionsMonitor<InboxClientOptions>>().Get(name).TimeProvider;
            })
            .Configure(configure ?? (_ => { }));
        client.Services.AddKeyedSingleton(name, (provider, _) =>
        {
            var options = provider.GetRequiredService<IOptionsMonitor<EventProcessorOptions>>().Get(name);
            var v2 = key is null ? provider.GetRequiredService<IInboxV2Client>() : provider.GetRequiredKeyedService<IInboxV2Client>(key);
            return new RegisteredProcessor(new(v2.Events, createHandler(provider), options), options.TimeProvider);
        });
        client.Services.AddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<RegisteredProcessor>(name).Processor);
        if (key is null)
            client.Services.AddSingleton(provider => provider.GetRequiredKeyedService<InboxEventProcessor>(name));
        client.Services.AddSingleton<IHostedService>(provider => new InboxEventService(provider.GetRequiredKeyedService<InboxEventProcessor>(name)));
        return client;
    }
}
