using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.Serialization;

/// <summary>Reads a count in any notation (<c>5420.0</c>, <c>1e5</c>, <c>"5420"</c>), so that one unusual count does not make a whole page unreadable.
/// Any other value is read as null.</summary>
internal sealed class LenientCountJsonConverter : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public static long? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetInt64(out var exact):
                return exact;
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return Whole(number);
            case JsonTokenType.String when decimal.TryParse(TextJsonConverter.Read(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return Whole(number);
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } count)
            writer.WriteNumberValue(count);
        else
            writer.WriteNullValue();
    }

    private static long? Whole(decimal number) => number is >= long.MinValue and <= long.MaxValue ? (long)number : null;
}
