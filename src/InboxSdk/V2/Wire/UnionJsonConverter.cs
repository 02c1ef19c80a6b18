using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Reads a polymorphic object, whose type depends on one of its properties. An object of an unknown kind is kept unchanged.</summary>
/// <param name="discriminator">The property that contains the kind.</param>
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

/// <summary>Reads properties of an object of an unknown kind.</summary>
internal static class RawFields
{
    /// <summary>Returns a text; null if there is none.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A name or text with an unpaired surrogate, which none of those read has.
            return null;
        }
    }
}
