using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace InboxSdk.Serialization;

/// <summary>Reads a list, skipping items that are not valid, such as nulls, which callers do not expect. A value that is not a list is read as null.</summary>
/// <param name="itemConverter">The converter of the items; null for that of the options.</param>
internal class ListJsonConverter<T>(JsonConverter<T>? itemConverter) : JsonConverter<IReadOnlyList<T>>
{
    public ListJsonConverter()
        : this(null)
    {
    }

    public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        // Called directly: the serializer would read each item twice.
        var type = itemConverter is null ? TypeInfo(options) : null;
        var converter = itemConverter ?? (JsonConverter<T>)type!.Converter;
        var items = new ValueList<T>.Builder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null)
                continue;
            if (type?.Kind == JsonTypeInfoKind.Object && reader.TokenType != JsonTokenType.StartObject)
                reader.Skip();
            else if (converter.Read(ref reader, typeof(T), options) is { } item)
                items.Add(item);
        }

        return items.ToList();
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
            JsonSerializer.Serialize(writer, item, TypeInfo(options));
        writer.WriteEndArray();
    }

    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
