using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Reads one of several kinds of objects, told apart by one of their fields. A kind this version does not know is kept as it came.</summary>
/// <param name="discriminator">The field that names the kind.</param>
internal abstract class UnionJsonConverter<T>(string discriminator) : ReadOnlyJsonConverter<T>
    where T : class
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonReading.Raw(ref reader);
        return Read(element.Text(discriminator) ?? "", element, options);
    }

    protected abstract T Read(string kind, JsonElement element, JsonSerializerOptions options);

    protected static TCase Case<TCase>(JsonElement element, JsonSerializerOptions options)
        where TCase : T => element.Deserialize((JsonTypeInfo<TCase>)options.GetTypeInfo(typeof(TCase)))!;
}

/// <summary>Reads a field of an object of a kind that is not known.</summary>
internal static class RawFields
{
    /// <summary>Gets a text; null when there is none.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A name or a text with half a surrogate pair, which none that is looked for has.
            return null;
        }
    }
}
