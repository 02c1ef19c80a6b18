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
    /// <returns>Whether there is one: anything else, such as a null, is passed over.</returns>
    public static bool IsObject(ref this Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return true;
        reader.Skip();
        return false;
    }

    public static bool NextName(ref this Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueIsEscaped || IsText(ref reader))
                return true;
            reader.Skip();
        }

        return false;
    }

    /// <summary>Begins a list.</summary>
    /// <returns>Whether there is one: anything else, such as a null, is passed over.</returns>
    public static bool IsList(ref this Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
            return true;
        reader.Skip();
        return false;
    }

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
            // A comparison with half a surrogate pair throws.
            if (!reader.ValueIsEscaped && reader.ValueTextEquals(text))
                return text;
        }

        return TextJsonConverter.Read(ref reader);
    }

    public static bool Flag(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return LenientBooleanJsonConverter.Read(ref reader) ?? false;
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
        return LenientTimestampJsonConverter.Read(ref reader);
    }

    /// <summary>Keeps a value as it came. A text with half a surrogate pair, which an element could not even be printed with, is mended.</summary>
    public static JsonElement Raw(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped && !IsText(ref reader)
            ? JsonSerializer.SerializeToElement(TextJsonConverter.Read(ref reader)!, OptionalJsonContext.Default.String)
            : JsonElement.ParseValue(ref reader);

    public static T Value<T>(ref this Utf8JsonReader reader, JsonRead<T> read)
    {
        reader.Read();
        return read(ref reader);
    }

    /// <summary>Reads the resource that an envelope is for. Another kind of value than an object does not say that there is none: only a null does.</summary>
    public static T? Resource<T>(ref this Utf8JsonReader reader, JsonRead<T?> read, string path)
        where T : class
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        reader.RequireObject(path);
        return read(ref reader);
    }

    /// <summary>Begins an object that a response is nothing without.</summary>
    public static void RequireObject(ref this Utf8JsonReader reader, string path)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"An object was expected at {path}.");
    }

    /// <summary>Reads a list without the items that are none, such as nulls, which no caller expects there. What is no list is not known.</summary>
    public static IReadOnlyList<T>? Items<T>(ref this Utf8JsonReader reader, JsonRead<T?> read)
        where T : class
    {
        reader.Read();
        if (!reader.IsList())
            return null;

        List<T>? items = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (read(ref reader) is { } item)
                (items ??= []).Add(item);
        }

        return items ?? (IReadOnlyList<T>)[];
    }

    // No field of a model has half a surrogate pair in its name, and a comparison with one throws.
    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
