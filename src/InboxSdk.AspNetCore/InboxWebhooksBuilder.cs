using System.Diagnostics.CodeAnalysis;
using InboxSdk.V2;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InboxSdk.Webhooks;

/// <summary>Adds handlers to registered webhooks. Each handler is called for each event, in the order in which they were added.</summary>
public sealed class InboxWebhooksBuilder
{
    internal InboxWebhooksBuilder(IServiceCollection services, string name) => (Services, Name) = (services, name);

    /// <summary>Gets the services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Gets the name of the options, which is the service key, or empty without one.</summary>
    public string Name { get; }

    /// <summary>Adds a delegate that handles events.</summary>
    /// <param name="handler">Handles an event after the response. If it throws an exception, it is called again.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    public InboxWebhooksBuilder AddHandler(Func<InboxEvent, CancellationToken, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add(new(_ => (delivery, cancellationToken) => handler(delivery.Event!, cancellationToken), isForEvents: true));
    }

    /// <summary>Adds a class that handles events. For each event an instance is created in a scope of dependency injection. The class is registered as a scoped service unless it is
    /// registered already.</summary>
    /// <typeparam name="THandler">The class.</typeparam>
    /// <returns>The builder.</returns>
    public InboxWebhooksBuilder AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where THandler : class, IInboxEventHandler
    {
        Services.TryAddScoped<THandler>();
        return Add(new(
            provider => (delivery, cancellationToken) => provider.GetRequiredService<THandler>().HandleAsync(delivery.Event!, cancellationToken), isForEvents: true));
    }

    /// <summary>Adds a delegate that handles deliveries of every format, also those of v1 and 2025.</summary>
    /// <param name="handler">Handles a delivery after the response. If it throws an exception, it is called again.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    public InboxWebhooksBuilder AddDeliveryHandler(Func<WebhookDelivery, CancellationToken, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add(new(_ => handler, isForEvents: false));
    }

    private InboxWebhooksBuilder Add(WebhookHandler handler)
    {
        Services.Configure<WebhookHandlers>(Name, handlers => handlers.Items.Add(handler));
        return this;
    }
}
