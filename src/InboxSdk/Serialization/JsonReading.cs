using System.Text.Json;

namespace InboxSdk.Serialization;

/// <summary>Reads a value where the reader stands.</summary>
internal delegate T JsonRead<out T>(ref Utf8JsonReader reader);

/// <summary>Reads the models that come by the page. Generated metadata sets init-only properties by way of an array of boxed values for each object, which doubles what
/// a page costs.</summary>
/// <remarks>The reader has the whole body, so it never runs out in the middle of a value.</remarks>
internal static class JsonReading
{
    /// <summary>Begins an object. Each <see cref="NextName"/> then stands at a name, whose value must be read before the next one.</summary>
    /// <returns>Whether there is one: not where a null stands.</returns>
    public static bool IsObject(ref this Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => true,
        JsonTokenType.Null => false,
        _ => throw new JsonException("An object was expected."),
    };

    public static bool NextName(ref this Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    public static string? Text(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return TextJsonConverter.Read(ref reader);
    }

    /// <summary>Reads a text where the reader stands, mostly one of those given, which then costs nothing. What is no text is as unknown as a text nobody knows.</summary>
    public static string? Known(ref this Utf8JsonReader reader, params ReadOnlySpan<string> known)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        foreach (var text in known)
        {
            if (reader.ValueTextEquals(text))
                return text;
        }

        return TextJsonConverter.Read(ref reader);
    }

    public static bool Flag(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.Null && reader.GetBoolean();
    }

    public static long? Count(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return LenientCountJsonConverter.Read(ref reader);
    }

    public static decimal? Amount(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return LenientDecimalJsonConverter.Read(ref reader);
    }

    public static DateTimeOffset? Moment(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.GetDateTimeOffset();
    }

    public static T Value<T>(ref this Utf8JsonReader reader, JsonRead<T> read)
    {
        reader.Read();
        return read(ref reader);
    }

    /// <summary>Reads a list without the nulls in it, which no caller expects there.</summary>
    public static IReadOnlyList<T>? Items<T>(ref this Utf8JsonReader reader, JsonRead<T?> read)
        where T : class
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A list was expected.");

        List<T>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (read(ref reader) is { } item)
                (items ??= []).Add(item);
        }

        return items ?? (IReadOnlyList<T>)[];
    }
}
