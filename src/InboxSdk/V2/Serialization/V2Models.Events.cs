using System.Text.Json;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

internal static partial class V2Models
{
    [JsonModelReader]
    private static partial InboxEventObject? ReadInboxEventObject(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial MessageEventData? ReadMessageEventData(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial MessageDeletedEventData? ReadMessageDeletedData(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial ReactionEventData? ReadReactionEventData(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial ThreadDeletedEventData? ReadThreadDeletedData(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial AssigneeEventData? ReadAssigneeData(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial ContactStatusEventData? ReadContactStatusData(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial ContactTagsEventData? ReadContactTagsData(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial ContactNotesEventData? ReadContactNotesData(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial ContactValuationEventData? ReadContactValuationData(ref Utf8JsonReader reader);

    [JsonModelReader]
    private static partial CampaignTargetEventData? ReadCampaignTargetData(ref Utf8JsonReader reader);

    public static EventsResponse ReadEventsResponse(ref Utf8JsonReader reader)
    {
        reader.RequireObject("$");
        IReadOnlyList<InboxEvent>? data = null;
        long? lastSeq = null;
        var hasMore = false;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("data"u8))
                data = reader.Items(ReadInboxEvent);
            else if (reader.ValueTextEquals("lastSeq"u8))
                lastSeq = reader.Count();
            else if (reader.ValueTextEquals("hasMore"u8))
                hasMore = reader.RequiredFlag("$.hasMore");
            else
                reader.Skip();
        }

        return new(data, lastSeq, hasMore);
    }

    /// <summary>Reads an event. Its data are read last, because the type, which determines theirs, can follow them.</summary>
    public static InboxEvent? ReadInboxEvent(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
            return null;
        string? id = null, apiVersion = null;
        long? seq = null;
        var type = default(InboxEventType);
        DateTimeOffset? createdAt = null;
        InboxEventObject? about = null;
        Utf8JsonReader data = default;
        var hasData = false;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = reader.Text();
            }
            else if (reader.ValueTextEquals("seq"u8))
            {
                seq = reader.Count();
            }
            else if (reader.ValueTextEquals("apiVersion"u8))
            {
                apiVersion = reader.Text("2");
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                type = reader.Value(ReadInboxEventType);
            }
            else if (reader.ValueTextEquals("createdAt"u8))
            {
                createdAt = reader.Timestamp();
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                about = reader.Value(ReadInboxEventObject);
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                data = reader;
                hasData = reader.TokenType != JsonTokenType.Null;
                reader.Skip();
            }
            else
            {
                reader.Skip();
            }
        }

        return new()
        {
            Id = id!,
            Seq = seq ?? 0,
            ApiVersion = apiVersion!,
            Type = type,
            CreatedAt = createdAt,
            Object = about!,
            Data = hasData ? ReadData(type.ToString(), data) : null,
        };
    }

    private static InboxEventData ReadData(string type, Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return new OtherEventData { Raw = JsonReading.Raw(ref reader) };
        var data = reader;
        var raw = JsonReading.RawBytes(ref reader);
        return (ReadKnown(type, ref data) ?? new OtherEventData()).Keep(raw);
    }

    private static InboxEventData? ReadKnown(string type, ref Utf8JsonReader reader) => type switch
    {
        "message.sent" or "message.received" or "message.edited" => ReadMessageEventData(ref reader),
        "message.deleted" => ReadMessageDeletedData(ref reader),
        "message.reactionAdded" or "message.reactionRemoved" => ReadReactionEventData(ref reader),
        "thread.deleted" => ReadThreadDeletedData(ref reader),
        "thread.assigned" or "thread.unassigned" or "contact.assigneeChanged" => ReadAssigneeData(ref reader),
        "contact.statusChanged" => ReadContactStatusData(ref reader),
        "contact.tagsChanged" => ReadContactTagsData(ref reader),
        "contact.notesChanged" => ReadContactNotesData(ref reader),
        "contact.valuationChanged" => ReadContactValuationData(ref reader),
        "target.contacted" or "target.followUpSent" or "target.replied" => ReadCampaignTargetData(ref reader),
        _ => null,
    };

    // The most frequent ones.
    private static InboxEventType ReadInboxEventType(ref Utf8JsonReader reader) => new(reader.Known(
        "message.received", "message.sent", "contact.tagsChanged", "contact.statusChanged", "contact.notesChanged", "contact.valuationChanged", "contact.assigneeChanged",
        "thread.created", "thread.archived", "thread.unarchived", "message.reactionAdded", "message.edited", "message.deleted"));
}
