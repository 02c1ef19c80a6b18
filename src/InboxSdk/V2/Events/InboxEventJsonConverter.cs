using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Reads an event, whose data are told by its type. It is read in two steps, for the type may come after the data.</summary>
internal sealed class InboxEventJsonConverter : ReadOnlyJsonConverter<InboxEvent>
{
    // The types without data; all others are either below or not known.
    private static readonly HashSet<string> Bare =
    [
        "thread.created", "thread.archived", "thread.unarchived", "thread.typing", "tag.created", "tag.updated", "tag.deleted", "status.created",
        "status.updated", "status.deleted", "campaign.created", "campaign.started", "campaign.paused", "campaign.resumed", "campaign.completed",
    ];

    public override InboxEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var wire = JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<EventWire>)options.GetTypeInfo(typeof(EventWire))) ?? new EventWire();
        return new InboxEvent
        {
            Id = wire.Id ?? "",
            Seq = wire.Seq ?? 0,
            ApiVersion = wire.ApiVersion ?? "",
            Type = wire.Type,
            CreatedAt = wire.CreatedAt,
            Object = wire.Object ?? new InboxEventObject(),
            Data = Bare.Contains(wire.Type.ToString()) ? null : ReadData(wire.Type.ToString(), wire.Data, options),
        };
    }

    private static InboxEventData? ReadData(string type, JsonElement data, JsonSerializerOptions options)
    {
        // Without data there is nothing to keep of a type that is not known.
        if (data.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return null;
        try
        {
            return data.ValueKind == JsonValueKind.Object ? ReadKnown(type, data, options) : new OtherEventData(data);
        }
        catch (JsonException)
        {
            // One event that is not as described must not hide those after it for ever.
            return new OtherEventData(data);
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
        _ => new OtherEventData(data),
    };

    private static T As<T>(JsonElement data, JsonSerializerOptions options)
        where T : InboxEventData => data.Deserialize((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))!;
}
