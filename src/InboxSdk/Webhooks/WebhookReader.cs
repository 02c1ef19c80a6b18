using System.Globalization;
using System.Text.Json;
using InboxSdk.Serialization;
using InboxSdk.V2;

namespace InboxSdk.Webhooks;

/// <summary>Reads the body of a delivery. Its format is determined by its properties: <c>apiVersion</c> (v2), <c>version</c> (v1) or <c>event</c> (legacy).</summary>
internal static class WebhookReader
{
    /// <summary>Reads a body.</summary>
    /// <returns>The delivery, or null if the JSON is not an event.</returns>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static WebhookDelivery? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return IsV2(body) ? ReadV2(body) : ReadOther(body);
        }
        // Text that is not UTF-8.
        catch (InvalidOperationException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    // Reads no further than the version, which usually follows after three short properties.
    private static bool IsV2(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || !reader.IsObject())
            return false;
        while (reader.NextName())
        {
            var isVersion = reader.ValueTextEquals("apiVersion"u8);
            reader.Read();
            // A number is not what is documented, but means the same.
            if (isVersion && ((reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("2"u8)) || (reader.TokenType == JsonTokenType.Number && reader.ValueSpan.SequenceEqual("2"u8))))
                return true;
            reader.Skip();
        }

        return false;
    }

    private static WebhookDelivery? ReadV2(ReadOnlySpan<byte> body)
    {
        var item = JsonReading.Document(body, V2Models.ReadInboxEvent);
        if (item is null || item.Id.Length == 0 || item.Type == default)
            return null;
        return new()
        {
            Format = WebhookFormat.V2,
            Type = item.Type.ToString(),
            EventType = item.Type,
            Id = item.Id,
            Seq = item.Seq,
            CreatedAt = item.CreatedAt,
            Event = item,
        };
    }

    private static WebhookDelivery? ReadOther(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        var root = JsonReading.Raw(ref reader);
        if (reader.Read() || root.ValueKind != JsonValueKind.Object)
            return null;

        var isLegacy = Text(root, "event") is not null && Text(root, "type") is null;
        var type = Text(root, isLegacy ? "event" : "type");
        var id = Text(root, "id");
        if (type is null || (id is null && !isLegacy))
            return null;
        var format = isLegacy ? WebhookFormat.Legacy
            : root.TryGetProperty("apiVersion", out _) ? WebhookFormat.Unknown
            : Text(root, "version")?.StartsWith("1.", StringComparison.Ordinal) == true ? WebhookFormat.V1
            : WebhookFormat.Unknown;
        return new()
        {
            Format = format,
            Type = type,
            EventType = WebhookTypes.Successor(format, type, root),
            Id = isLegacy ? null : id,
            Seq = !isLegacy && root.TryGetProperty("seq", out var seq) && seq.ValueKind == JsonValueKind.Number && seq.TryGetInt64(out var number) ? number : null,
            CreatedAt = Time(root, "timestamp") ?? Time(root, "createdAt"),
            TeamId = Text(root, "teamId") ?? Team(root),
            Raw = root,
        };
    }

    // The legacy format has the team within the data, as its id or as an object.
    private static string? Team(JsonElement root) =>
        root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("team", out var team)
            ? team.ValueKind == JsonValueKind.Object ? Text(team, "id") : Text(data, "team")
            : null;

    private static DateTimeOffset? Time(JsonElement item, string name) =>
        DateTimeOffset.TryParse(Text(item, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Returns the text of a property, or null if it is absent, empty or of another type.</summary>
    internal static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
