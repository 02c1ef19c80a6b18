using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.Serialization;

/// <summary>Reads a Boolean in any notation (<c>true</c>, <c>"true"</c>, <c>1</c>); any other value is read as <see langword="false"/>.</summary>
internal sealed class LenientBooleanJsonConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader) ?? false;

    /// <summary>Reads the Boolean; null if it is not one.</summary>
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

/// <summary>Reads a Boolean that determines whether a list has more pages. A value other than a Boolean or null is an error, because <see langword="false"/> would end the list
/// too early.</summary>
internal sealed class RequiredFlagJsonConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.Null && (LenientBooleanJsonConverter.Read(ref reader) ?? throw new JsonException("A Boolean was expected at $.hasMore."));

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
