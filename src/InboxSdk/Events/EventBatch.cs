using InboxSdk.V2;

namespace InboxSdk.Events;

/// <summary>A page of events in the order of their numbers.</summary>
internal sealed record EventBatch(IReadOnlyList<InboxEvent> Events, long LastSeq, bool HasMore);
