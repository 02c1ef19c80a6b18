using System.Diagnostics;

namespace InboxSdk.Webhooks;

/// <summary>A delivery that waits for a handler, and the trace context of its request.</summary>
internal readonly record struct AcceptedDelivery(WebhookDelivery Delivery, ActivityContext Context);
