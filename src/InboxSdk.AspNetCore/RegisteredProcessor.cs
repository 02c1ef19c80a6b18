using InboxSdk.V2;

namespace InboxSdk.Webhooks;

/// <summary>A registered processor and its clock.</summary>
internal sealed record RegisteredProcessor(InboxEventProcessor Processor, TimeProvider TimeProvider);
