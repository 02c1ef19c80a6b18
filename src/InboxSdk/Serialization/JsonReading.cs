using System.Text.Json;

namespace InboxSdk.Serialization;

/// <summary>Reads the current value.</summary>
internal delegate T JsonRead<out T>(ref Utf8JsonReader reader);

/// <summary>Reads the models of paged lists. Generated metadata sets init-only properties with an array of boxed values per object, which doubles the cost of
/// a page.</summary>
/// <remarks>The reader has the whole body, so it never runs out of data within a value.</remarks>
internal static class JsonReading
{
    /// <summary>Starts an object. Each <see cref="NextName"/> then moves to a name, whose value must be read before the next one.</summary>
    /// <returns>Whether the value is an object; any other value, such as null, is skipped.</returns>
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

    /// <summary>Starts a list.</summary>
    /// <returns>Whether the value is a list; any other value, such as null, is skipped.</returns>
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

    /// <summary>Reads the current text, without allocation if it is one of the known ones. A value that is not text is read as unknown.</summary>
    public static string? Known(ref this Utf8JsonReader reader, params ReadOnlySpan<string> known)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        foreach (var text in known)
        {
            // A comparison with an unpaired surrogate throws.
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

    public static DateTimeOffset? Timestamp(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return LenientTimestampJsonConverter.Read(ref reader);
    }

    /// <summary>Copies a value unchanged, except that unpaired surrogates, with which an element could not be written, are replaced.</summary>
    public static JsonElement Raw(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped && !IsText(ref reader)
            ? JsonSerializer.SerializeToElement(TextJsonConverter.Read(ref reader)!, OptionalJsonContext.Default.String)
            : JsonElement.ParseValue(ref reader);

    public static T Value<T>(ref this Utf8JsonReader reader, JsonRead<T> read)
    {
        reader.Read();
        return read(ref reader);
    }

    /// <summary>Reads the resource of a response DTO. Only null means that there is none; any other value that is not an object is an error.</summary>
    public static T? Resource<T>(ref this Utf8JsonReader reader, JsonRead<T?> read, string path)
        where T : class
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        reader.RequireObject(path);
        return read(ref reader);
    }

    /// <summary>Starts an object that the response requires.</summary>
    public static void RequireObject(ref this Utf8JsonReader reader, string path)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"An object was expected at {path}.");
    }

    /// <summary>Reads a list, skipping items that are not valid, such as nulls, which callers do not expect. A value that is not a list is read as null.</summary>
    public static IReadOnlyList<T>? Items<T>(ref this Utf8JsonReader reader, JsonRead<T?> read)
        where T : class
    {
        reader.Read();
        if (!reader.IsList())
            return null;

        var items = new ValueList<T>.Builder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (read(ref reader) is { } item)
                items.Add(item);
        }

        return items.ToList();
    }

    // No property name of a model has an unpaired surrogate, and a comparison with one throws.
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
