namespace InboxSdk.Webhooks;

/// <summary>The handlers of registered webhooks, in the order in which they were added.</summary>
internal sealed class WebhookHandlers
{
    public List<WebhookHandler> Items { get; } = [];
}

/// <summary>A handler, which is created for each delivery from the services of a scope.</summary>
internal sealed class WebhookHandler(Func<IServiceProvider, Func<WebhookDelivery, CancellationToken, Task>> create, bool isForEvents)
{
    /// <summary>Returns whether it handles the delivery: handlers of events require the format of v2.</summary>
    public bool Handles(WebhookDelivery delivery) => !isForEvents || delivery.Event is not null;

    public Task HandleAsync(IServiceProvider services, WebhookDelivery delivery, CancellationToken cancellationToken) => create(services)(delivery, cancellationToken);
}
