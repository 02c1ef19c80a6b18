using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

// v2 returns a single resource without a wrapper; it is the public model.
internal sealed record PageResponse<T>(IReadOnlyList<T>? Data, string? NextCursor);

internal sealed record EventsResponse(IReadOnlyList<InboxEvent>? Data, long? LastSeq, bool HasMore);

internal sealed record SendBody(
    [property: JsonConverter(typeof(SendTargetJsonConverter))] SendTarget Target, string Content, string? ReplyToMessageId);

internal sealed record SendResponse(InboxMessage? Message, ContactThread? Thread);

internal sealed record EditBody(string Content);

internal sealed record ReactionBody(string Emoji);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    // Without the fast path for serialization, which small bodies do not need.
    GenerationMode = JsonSourceGenerationMode.Metadata,
    // Optional properties that are not set are default values: they are omitted from the body.
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    MaxDepth = 64,
    Converters = [typeof(V2PlatformJsonConverter)])]
[JsonSerializable(typeof(ContactUpdate))]
[JsonSerializable(typeof(ContactThreadUpdate))]
[JsonSerializable(typeof(ContactTagCreate))]
[JsonSerializable(typeof(ContactTagUpdate))]
[JsonSerializable(typeof(ContactStatusCreate))]
[JsonSerializable(typeof(ContactStatusUpdate))]
[JsonSerializable(typeof(SendBody))]
[JsonSerializable(typeof(EditBody))]
[JsonSerializable(typeof(ReactionBody))]
internal sealed partial class V2JsonContext : JsonSerializerContext;
