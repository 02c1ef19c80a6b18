using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace InboxSdk.Serialization;

/// <summary>Reads the current value.</summary>
internal delegate T JsonRead<out T>(ref Utf8JsonReader reader);

/// <summary>Reads bodies. Generated metadata sets init-only properties with an array of boxed values per object, which doubles the cost of a page.</summary>
/// <remarks>The reader has the whole body, so it never runs out of data within a value.</remarks>
internal static class JsonReading
{
    /// <summary>The maximum depth of a body.</summary>
    public const int MaxDepth = 64;

    /// <summary>Reads a whole body. Only null means that there is none.</summary>
    /// <exception cref="JsonException">It is not valid JSON, or a value that is required has another type.</exception>
    public static T? Document<T>(ReadOnlySpan<byte> utf8, JsonRead<T?> read)
        where T : class
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        var body = reader.TokenType == JsonTokenType.Null ? null : read(ref reader);
        // Throws if there is more.
        reader.Read();
        return body;
    }

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

    /// <summary>Returns the number of bytes of the current name.</summary>
    public static int NameLength(ref this Utf8JsonReader reader) => reader.ValueIsEscaped ? Encoding.UTF8.GetByteCount(reader.GetString()!) : reader.ValueSpan.Length;

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
        return JsonText.Read(ref reader);
    }

    /// <summary>Reads text, without allocation if it is the usual one.</summary>
    public static string? Text(ref this Utf8JsonReader reader, string usual)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && reader.ValueTextEquals(usual) ? usual : JsonText.Read(ref reader);
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

        return JsonText.Read(ref reader);
    }

    public static bool Flag(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return LenientValues.Boolean(ref reader) ?? false;
    }

    public static bool? MaybeFlag(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return LenientValues.Boolean(ref reader);
    }

    /// <summary>Reads a flag without which the response cannot be used. Null is false; any other value that is no Boolean is an error.</summary>
    public static bool RequiredFlag(ref this Utf8JsonReader reader, string path)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.Null && (LenientValues.Boolean(ref reader) ?? throw new JsonException($"A Boolean was expected at {path}."));
    }

    /// <summary>Reads text unchanged, and any other value, such as a number, as its JSON text.</summary>
    public static string? Verbatim(ref this Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Null)
            return JsonText.Read(ref reader);
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }

    public static long? Count(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return LenientValues.Count(ref reader);
    }

    public static int Position(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return LenientValues.Position(ref reader);
    }

    public static double? Measure(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return LenientValues.Measure(ref reader);
    }

    public static decimal? Amount(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return LenientValues.Amount(ref reader);
    }

    public static DateTimeOffset? Timestamp(ref this Utf8JsonReader reader)
    {
        reader.Read();
        return LenientValues.Timestamp(ref reader);
    }

    /// <summary>Copies a value unchanged, except that unpaired surrogates, with which an element could not be written, are replaced.</summary>
    public static JsonElement Raw(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped && !IsText(ref reader)
            ? ElementOf(JsonText.Read(ref reader)!)
            : JsonElement.ParseValue(ref reader);

    /// <summary>Copies the text of an object or a list.</summary>
    public static byte[] RawBytes(ref Utf8JsonReader reader)
    {
        // The tokens of a reader over a span are parts of it: from the first one to the last, the bytes are the value's.
        var first = reader.ValueSpan;
        var start = reader.TokenStartIndex;
        reader.Skip();
        return MemoryMarshal.CreateReadOnlySpan(in MemoryMarshal.GetReference(first), (int)(reader.BytesConsumed - start)).ToArray();
    }

    /// <summary>Reads the kind of a polymorphic object, without moving the reader: it can follow the other properties.</summary>
    /// <param name="reader">The reader, which is a copy.</param>
    /// <param name="name">The name of the property that contains the kind.</param>
    /// <param name="known">The known kinds, which are returned without allocation.</param>
    /// <returns>The kind; empty if there is none.</returns>
    public static string Kind(Utf8JsonReader reader, ReadOnlySpan<byte> name, params ReadOnlySpan<string> known)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return "";
        while (reader.NextName())
        {
            if (reader.ValueTextEquals(name))
                return reader.Read() ? reader.Known(known) ?? "" : "";
            reader.Skip();
        }

        return "";
    }

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
        return List(ref reader, read);
    }

    /// <summary>Reads the current value as <see cref="Items"/> does.</summary>
    public static IReadOnlyList<T>? List<T>(ref Utf8JsonReader reader, JsonRead<T?> read)
        where T : class
    {
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

    /// <summary>Reads an object with arbitrary property names, skipping values that are not valid. A value that is not an object is read as null.</summary>
    public static IReadOnlyDictionary<string, T>? Map<T>(ref Utf8JsonReader reader, JsonRead<T> read, Func<T, bool> isValid)
    {
        if (!reader.IsObject())
            return null;
        var map = new Dictionary<string, T>();
        while (reader.NextName())
        {
            var name = JsonText.Read(ref reader)!;
            reader.Read();
            if (read(ref reader) is var value && isValid(value))
                map[name] = value;
        }

        return new ValueMap<T>(map);
    }

    private static JsonElement ElementOf(string text)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
            writer.WriteStringValue(text);
        var reader = new Utf8JsonReader(json.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
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
