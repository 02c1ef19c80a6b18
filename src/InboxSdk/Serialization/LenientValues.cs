using System.Globalization;
using System.Text.Json;

namespace InboxSdk.Serialization;

/// <summary>Reads values in any notation, so that one unusual value does not make a whole page unreadable.</summary>
internal static class LenientValues
{
    /// <summary>Reads a Boolean (<c>true</c>, <c>"true"</c>, <c>1</c>); any other value is read as null.</summary>
    public static bool? Boolean(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Number when reader.TryGetInt64(out var number) && number is 0 or 1:
                return number == 1;
            case JsonTokenType.String when bool.TryParse(JsonText.Read(ref reader), out var flag):
                return flag;
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Reads a count (<c>5420.0</c>, <c>1e5</c>, <c>"5420"</c>); any other value is read as null.</summary>
    public static long? Count(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetInt64(out var exact):
                return exact;
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return Whole(number);
            case JsonTokenType.String when decimal.TryParse(JsonText.Read(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return Whole(number);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Reads a position; anything but a number is read as 0.</summary>
    public static int Position(ref Utf8JsonReader reader) =>
        (int)Math.Clamp(Count(ref reader) ?? 0, int.MinValue, int.MaxValue);

    // v2 defines most numbers as "a number, or the text Infinity, -Infinity or NaN": any other value is read as null.

    /// <summary>Reads a monetary value; any other value is read as null.</summary>
    public static decimal? Amount(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return number;
            case JsonTokenType.String when decimal.TryParse(JsonText.Read(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return number;
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Reads a measure; anything but a finite number is read as null.</summary>
    public static double? Measure(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetDouble(out var number) && double.IsFinite(number):
                return number;
            case JsonTokenType.String when double.TryParse(JsonText.Read(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number):
                return number;
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Reads an ISO 8601 timestamp; a value that .NET cannot parse is read as null.</summary>
    public static DateTimeOffset? Timestamp(ref Utf8JsonReader reader)
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

    private static long? Whole(decimal number) => number is >= long.MinValue and <= long.MaxValue ? (long)number : null;
}
