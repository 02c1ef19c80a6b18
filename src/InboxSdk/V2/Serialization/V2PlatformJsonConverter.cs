using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Reads and writes a platform by its v2 name.</summary>
internal sealed class V2PlatformJsonConverter : JsonConverter<Platform>
{
    public override bool HandleNull => true;

    public override Platform Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Platform.FromV2(JsonText.Read(ref reader));
        reader.Skip();
        return default;
    }

    public override void Write(Utf8JsonWriter writer, Platform value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToV2());
}
