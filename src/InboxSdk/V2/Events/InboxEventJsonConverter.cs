using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Reads an event and its data, whose type depends on that of the event. The event is read in two steps because the type can follow the data.</summary>
internal sealed class InboxEventJsonConverter : ReadOnlyJsonConverter<InboxEvent>
{
    public override InboxEvent? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (!reader.IsObject())
            return null;
        string? id = null, apiVersion = null;
        long? seq = null;
        var type = default(InboxEventType);
        DateTimeOffset? createdAt = null;
        InboxEventObject? about = null;
        JsonElement data = default;
        while (reader.NextName())
        {
            if (reader.ValueTextEquals("id"u8))
                id = reader.Text();
            else if (reader.ValueTextEquals("seq"u8))
                seq = reader.Count();
            else if (reader.ValueTextEquals("apiVersion"u8))
                apiVersion = reader.Text();
            else if (reader.ValueTextEquals("type"u8))
                type = reader.Value(ReadType);
            else if (reader.ValueTextEquals("createdAt"u8))
                createdAt = reader.Timestamp();
            else if (reader.ValueTextEquals("object"u8))
                about = reader.Value(ReadObject);
            else if (reader.ValueTextEquals("data"u8))
                data = reader.Value(JsonReading.Raw);
            else
                reader.Skip();
        }

        return new()
        {
            Id = id!,
            Seq = seq ?? 0,
            ApiVersion = apiVersion!,
            Type = type,
            CreatedAt = createdAt,
            Object = about!,
            Data = data.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : ReadData(type.ToString(), data, options),
        };
    }

    // Most events are messages.
    private static InboxEventType ReadType(ref Utf8JsonReader reader) => new(reader.Known("message.received", "message.sent"));

    private static InboxEventObject? ReadObject(ref Utf8JsonReader reader) => JsonSerializer.Deserialize(ref reader, V2JsonContext.Default.InboxEventObject);

    private static InboxEventData ReadData(string type, JsonElement data, JsonSerializerOptions options)
    {
        try
        {
            return data.ValueKind == JsonValueKind.Object ? ReadKnown(type, data, options) : new OtherEventData { Raw = data };
        }
        catch (JsonException)
        {
            // One malformed event must not block the events after it.
            return new OtherEventData { Raw = data };
        }
    }

    private static InboxEventData ReadKnown(string type, JsonElement data, JsonSerializerOptions options) => type switch
    {
        "message.sent" or "message.received" or "message.edited" => As<MessageEventData>(data, options),
        "message.deleted" => As<MessageDeletedData>(data, options),
        "message.reactionAdded" or "message.reactionRemoved" => As<ReactionEventData>(data, options),
        "thread.deleted" => As<ThreadDeletedData>(data, options),
        "thread.assigned" or "thread.unassigned" or "contact.assigneeChanged" => As<AssigneeData>(data, options),
        "contact.statusChanged" => As<ContactStatusData>(data, options),
        "contact.tagsChanged" => As<ContactTagsData>(data, options),
        "contact.notesChanged" => As<ContactNotesData>(data, options),
        "contact.valuationChanged" => As<ContactValuationData>(data, options),
        "target.contacted" or "target.followUpSent" or "target.replied" => As<CampaignTargetData>(data, options),
        _ => new OtherEventData { Raw = data },
    };

    private static InboxEventData As<T>(JsonElement data, JsonSerializerOptions options)
        where T : InboxEventData => data.Deserialize((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))!.Keep(data);
}
