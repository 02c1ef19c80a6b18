using InboxSdk.Serialization;

namespace InboxSdk.V2;

// v2 returns a single resource without a wrapper; it is the public model.
internal sealed record PageResponse<T>(IReadOnlyList<T>? Data, string? NextCursor);

internal sealed record EventsResponse(IReadOnlyList<InboxEvent>? Data, long? LastSeq, bool HasMore);

[RequestBody]
internal sealed partial record SendBody(SendTarget Target, string Content, string? ReplyToMessageId);

internal sealed record SendResponse(InboxMessage? Message, ContactThread? Thread);

[RequestBody]
internal sealed partial record EditBody(string Content);

[RequestBody]
internal sealed partial record ReactionBody(string Emoji);
