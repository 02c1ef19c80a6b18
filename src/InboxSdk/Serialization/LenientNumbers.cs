using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.Serialization;

// v2 defines most numbers as "a number, or the text Infinity, -Infinity or NaN": any other value is read as null.

/// <summary>Reads a monetary value; any other value is read as null.</summary>
internal sealed class LenientDecimalJsonConverter : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public static decimal? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return number;
            case JsonTokenType.String when decimal.TryParse(TextJsonConverter.Read(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return number;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } money)
            writer.WriteNumberValue(money);
        else
            writer.WriteNullValue();
    }
}

/// <summary>Reads a measure; anything but a finite number is read as null.</summary>
internal sealed class LenientDoubleJsonConverter : JsonConverter<double?>
{
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetDouble(out var number) && double.IsFinite(number):
                return number;
            case JsonTokenType.String when double.TryParse(TextJsonConverter.Read(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number):
                return number;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options)
    {
        if (value is { } measure)
            writer.WriteNumberValue(measure);
        else
            writer.WriteNullValue();
    }
}

/// <summary>Reads a position in any notation; anything but a number is read as 0.</summary>
internal sealed class LenientInt32JsonConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (int)Math.Clamp(LenientCountJsonConverter.Read(ref reader) ?? 0, int.MinValue, int.MaxValue);

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
