using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.Serialization;

/// <summary>Reads a flag however it is written (<c>true</c>, <c>"true"</c>, <c>1</c>); what is no flag reads as <see langword="false"/>.</summary>
internal sealed class LenientBooleanJsonConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader) ?? false;

    /// <summary>Reads the flag; null when it is none.</summary>
    public static bool? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Number when reader.TryGetInt64(out var number) && number is 0 or 1:
                return number == 1;
            case JsonTokenType.String when bool.TryParse(TextJsonConverter.Read(ref reader), out var flag):
                return flag;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}

/// <summary>Reads a flag that decides whether a list goes on: what is neither a flag nor null is refused, for <see langword="false"/> would end the list too early.</summary>
internal sealed class RequiredFlagJsonConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.Null && (LenientBooleanJsonConverter.Read(ref reader) ?? throw new JsonException("A flag was expected at $.hasMore."));

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
