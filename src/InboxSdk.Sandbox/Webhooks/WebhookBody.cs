using System.Buffers;
using System.Globalization;
using System.Text.Json;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.V1;
using InboxSdk.Sandbox.V2;
using InboxSdk.Webhooks;

namespace InboxSdk.Sandbox.Webhooks;

/// <summary>Writes the bodies of deliveries. Requires the state's lock.</summary>
internal static class WebhookBody
{
    private const string TeamId = "team_sandbox";

    /// <summary>Writes an event, or returns null if the format does not have it.</summary>
    public static byte[]? Write(SandboxEvent item, WebhookFormat format, SandboxState state)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            switch (format)
            {
                case WebhookFormat.V1:
                    WriteV1(json, item, state);
                    break;
                case WebhookFormat.Legacy when item.Type.ToString() is "message.received" or "message.sent":
                    WriteLegacy(json, item, state);
                    break;
                case WebhookFormat.Legacy:
                    return null;
                default:
                    json.WriteEvent(item);
                    break;
            }
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteV1(Utf8JsonWriter json, SandboxEvent item, SandboxState state)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, item.Id);
        json.WriteNumber("seq"u8, item.Seq);
        json.WriteString("teamId"u8, TeamId);
        json.WriteString("type"u8, item.Type.ToString() switch
        {
            "message.sent" or "message.received" => "message.created",
            var type when type.StartsWith("contact.", StringComparison.Ordinal) => "prospect." + type["contact.".Length..],
            var type => type,
        });
        json.WriteTime("timestamp", item.CreatedAt);
        json.WriteString("version"u8, "1.0"u8);
        json.WriteStartObject("data"u8);
        WriteObjects(json, item, state);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Whole objects. Those that no longer exist have only an id.
    private static void WriteObjects(Utf8JsonWriter json, SandboxEvent item, SandboxState state)
    {
        switch (item.ObjectType)
        {
            case "message" when state.FindMessage(item.ObjectId) is { } message:
                json.WriteString("id"u8, message.Id);
                var thread = state.FindEntry(message.ThreadId)!;
                json.WriteString("content"u8, message.Content);
                json.WriteString("authorId"u8, state.V1Id(message.IsFromTeam ? thread.Value.AccountLinkId : thread.Value.ProspectId));
                json.WriteTime("createdAt", message.CreatedAt);
                WriteThread(json, thread, state);
                break;
            case "thread" when state.FindEntry(item.ObjectId) is { } entry:
                json.WriteString("id"u8, state.V1Id(entry.Value.Id));
                WriteThread(json, entry, state);
                break;
            case "contact" when state.FindProspect(item.ObjectId) is { } prospect:
                json.WriteString("id"u8, state.V1Id(prospect.Id));
                json.WriteProspect("prospect", prospect, state);
                break;
            case "tag" when state.FindTagByRef(item.ObjectId) is { } tag:
                json.WriteString("id"u8, state.V1Id(tag.Id));
                json.WriteString("name"u8, tag.Name);
                json.WriteString("color"u8, tag.Color);
                break;
            case "status" when state.FindStatusByRef(item.ObjectId) is { } status:
                json.WriteString("id"u8, state.V1Id(status.Id));
                json.WriteString("name"u8, status.Name);
                json.WriteString("color"u8, status.Color);
                break;
            default:
                json.WriteString("id"u8, state.V1Id(item.ObjectId));
                break;
        }
    }

    private static void WriteThread(Utf8JsonWriter json, ThreadEntry entry, SandboxState state)
    {
        var link = state.FindAccountLink(entry.Value.AccountLinkId)!;
        json.WriteStartObject("accountLink"u8);
        json.WriteString("id"u8, state.V1Id(link.Id));
        json.WriteString("platformId"u8, link.PlatformId);
        json.WriteString("username"u8, link.Username);
        json.WriteEndObject();
        json.WritePropertyName("thread"u8);
        json.WriteThread(entry.Value, entry.Prospect.Value, state);
        json.WriteProspect("prospect", entry.Prospect.Value, state);
    }

    private static void WriteLegacy(Utf8JsonWriter json, SandboxEvent item, SandboxState state)
    {
        var message = state.FindMessage(item.ObjectId)!;
        var thread = state.FindEntry(message.ThreadId)!;
        json.WriteStartObject();
        json.WriteString("event"u8, message.IsFromTeam ? "targetContacted"u8 : "targetReplied"u8);
        json.WriteString("timestamp"u8, item.CreatedAt.ToString("O", CultureInfo.InvariantCulture));
        json.WriteStartObject("data"u8);
        json.WriteStartObject("team"u8);
        json.WriteString("id"u8, TeamId);
        json.WriteEndObject();
        json.WriteStartObject("message"u8);
        json.WriteString("id"u8, message.Id);
        json.WriteString("content"u8, message.Content);
        json.WriteEndObject();
        json.WriteStartObject("thread"u8);
        json.WriteString("id"u8, state.V1Id(thread.Value.Id));
        json.WriteEndObject();
        json.WriteStartObject("external"u8);
        json.WriteString("platformId"u8, thread.Prospect.Value.PlatformId);
        json.WriteString("username"u8, thread.Prospect.Value.Username);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
