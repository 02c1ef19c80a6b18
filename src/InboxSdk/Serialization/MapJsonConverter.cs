using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.Serialization;

/// <summary>Reads an object with arbitrary property names. A value that is not an object is read as null; invalid property values are skipped.</summary>
/// <param name="isValue">Determines whether a property value is valid.</param>
internal abstract class MapJsonConverter<T>(Func<T, bool> isValue) : ReadOnlyJsonConverter<IReadOnlyDictionary<string, T>>
{
    public override IReadOnlyDictionary<string, T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (!reader.IsObject())
            return null;
        var converter = (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
        var map = new Dictionary<string, T>();
        while (reader.NextName())
        {
            var name = TextJsonConverter.Read(ref reader)!;
            reader.Read();
            if (converter.Read(ref reader, typeof(T), options) is var value && isValue(value!))
                map[name] = value!;
        }

        return new ValueMap<T>(map);
    }
}

/// <summary>Reads counts by name; an unknown count is null.</summary>
internal sealed class CountMapJsonConverter() : MapJsonConverter<long?>(_ => true);

/// <summary>Reads lists of text by name.</summary>
internal sealed class TextListMapJsonConverter() : MapJsonConverter<IReadOnlyList<string>>(list => list is not null);
