using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.Serialization;

/// <summary>Reads <c>null</c> as <see langword="false"/>: one absent flag must not make a page of threads unreadable.</summary>
internal sealed class LenientBooleanJsonConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.Null && reader.GetBoolean();

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
