using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Writes attachments. Their details depend on their kind.</summary>
internal static class AttachmentJson
{
    private static readonly TimeSpan UrlLifetime = TimeSpan.FromMinutes(30);

    public static void Write(Utf8JsonWriter json, SandboxMessage message, int index, DateTimeOffset now)
    {
        json.WriteStartObject();
        if (message.Attachments[index].Kind == "card")
            WriteCard(json, index);
        else
            WriteMedia(json, message, index, now);
        json.WriteEndObject();
    }

    public static void WriteMedia(Utf8JsonWriter json, SandboxMessage message, int index, DateTimeOffset now)
    {
        var attachment = message.Attachments[index];
        var ready = attachment.Status == "ready";
        var isPicture = attachment.Kind is "image" or "gif" or "video";
        var url = $"https://media.example.com/{message.Id}/{index}?until={(now + UrlLifetime).ToUnixTimeSeconds()}";
        json.WriteNumber("index"u8, index);
        json.WriteString("kind"u8, attachment.Kind);
        json.WriteString("filename"u8, attachment.Kind == "file" ? "offer.pdf" : null);
        json.WriteString("contentType"u8, ContentTypeOf(attachment.Kind));
        json.WriteNumberOrNull("sizeBytes", ready ? 20_480 : null);
        json.WriteNumberOrNull("width", isPicture ? 640 : null);
        json.WriteNumberOrNull("height", isPicture ? 480 : null);
        json.WriteNumberOrNull("aspectRatio", isPicture ? 1.3333m : null);
        json.WriteNumberOrNull("durationSeconds", attachment.Kind is "video" or "audio" ? 12.5m : null);
        json.WriteString("status"u8, attachment.Status);
        json.WriteString("url"u8, ready ? url : null);
        json.WriteTimeOrNull("expiresAt", ready ? now + UrlLifetime : null);
        if (attachment.Kind == "video" && ready)
        {
            json.WriteStartObject("poster"u8);
            json.WriteString("url"u8, url + "&poster=1");
            json.WriteTime("expiresAt", now + UrlLifetime);
            json.WriteNumber("width"u8, 640);
            json.WriteNumber("height"u8, 480);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("poster"u8);
        }
    }

    private static void WriteCard(Utf8JsonWriter json, int index)
    {
        json.WriteNumber("index"u8, index);
        json.WriteString("kind"u8, "card"u8);
        json.WriteString("url"u8, "https://example.com/post"u8);
        json.WriteString("title"u8, "A post"u8);
        json.WriteNull("description"u8);
        json.WriteString("domain"u8, "example.com"u8);
        json.WriteStartObject("thumbnail"u8);
        json.WriteString("url"u8, "https://media.example.com/card.jpg"u8);
        json.WriteNumber("width"u8, 320);
        json.WriteNumber("height"u8, 240);
        json.WriteNull("alt"u8);
        json.WriteEndObject();
    }

    private static string? ContentTypeOf(string kind) => kind switch
    {
        "image" => "image/jpeg",
        "gif" => "image/gif",
        "video" => "video/mp4",
        "audio" => "audio/mpeg",
        _ => null,
    };
}
