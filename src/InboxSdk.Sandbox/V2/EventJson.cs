using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Writes events, equal in <c>/events</c> and in webhooks.</summary>
internal static class EventJson
{
    public static void WriteEvent(this Utf8JsonWriter json, SandboxEvent item)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, item.Id);
        json.WriteNumber("seq"u8, item.Seq);
        json.WriteString("type"u8, item.Type.ToString());
        json.WriteString("apiVersion"u8, "2"u8);
        json.WriteTime("createdAt", item.CreatedAt);
        var collection = item.ObjectType == "status" ? "statuses" : item.ObjectType + "s";
        json.WriteStartObject("object"u8);
        json.WriteString("type"u8, item.ObjectType);
        json.WriteString("id"u8, item.ObjectId);
        json.WriteString("url"u8, $"/{collection}/{item.ObjectId}");
        json.WriteEndObject();
        json.WritePropertyName("data"u8);
        json.WriteRawValue(item.Data);
        json.WriteEndObject();
    }
}
