using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.Serialization;

/// <summary>Reads an ISO 8601 timestamp; a value that .NET cannot parse is read as null.</summary>
internal sealed class LenientTimestampJsonConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public static DateTimeOffset? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        try
        {
            return reader.TryGetDateTimeOffset(out var timestamp) ? timestamp : null;
        }
        catch (InvalidOperationException) when (reader.ValueIsEscaped)
        {
            // An unpaired surrogate, which is not part of a timestamp.
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } timestamp)
            writer.WriteStringValue(timestamp);
        else
            writer.WriteNullValue();
    }
}
