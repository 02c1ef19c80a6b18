using Microsoft.Extensions.Logging;

namespace InboxSdk.Webhooks;

/// <summary>The log messages of webhooks. None contains an id, a secret, a signature or a body.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(EventId = 20, EventName = "DeliveryRejected", Level = LogLevel.Warning, Message = "A webhook delivery was rejected with status {StatusCode}: {Reason}")]
    public static partial void DeliveryRejected(this ILogger logger, int statusCode, string reason);

    [LoggerMessage(EventId = 21, EventName = "DeliveryNotAccepted", Level = LogLevel.Error,
        Message = "A webhook delivery was not accepted, because {Waiting} deliveries wait for a handler or the application stops; the sender receives status 503")]
    public static partial void DeliveryNotAccepted(this ILogger logger, int waiting);

    [LoggerMessage(EventId = 22, EventName = "HandlerRetrying", Level = LogLevel.Warning, Message = "A webhook handler, or InboxWebhookOptions.ProcessedEvents, failed at attempt {Attempt}; retrying in {Delay}")]
    public static partial void HandlerRetrying(this ILogger logger, Exception exception, int attempt, TimeSpan delay);

    [LoggerMessage(EventId = 23, EventName = "HandlerFailed", Level = LogLevel.Error,
        Message = "A webhook handler, or InboxWebhookOptions.ProcessedEvents, failed after all retries")]
    public static partial void HandlerFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 24, EventName = "FailureCallbackFailed", Level = LogLevel.Error, Message = "InboxWebhookOptions.OnFailed failed")]
    public static partial void FailureCallbackFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 25, EventName = "FormatNotHandled", Level = LogLevel.Warning,
        Message = "A webhook delivery has the format {Format}, which no handler accepts. Add one with AddDeliveryHandler, or change the webhook to v2 in Inbox")]
    public static partial void FormatNotHandled(this ILogger logger, WebhookFormat format);

    [LoggerMessage(EventId = 26, EventName = "DeliveriesLost", Level = LogLevel.Error,
        Message = "The host stopped before {Count} accepted webhook deliveries were handled; read their events with IEventsClient")]
    public static partial void DeliveriesLost(this ILogger logger, int count);

    [LoggerMessage(EventId = 27, EventName = "ReleaseFailed", Level = LogLevel.Error,
        Message = "InboxWebhookOptions.ProcessedEvents could not release an event; it may not be handled when it is delivered again")]
    public static partial void ReleaseFailed(this ILogger logger, Exception exception);
}
