using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Reads an object within a model with its generated metadata; a value that is not an object is read as null.</summary>
internal sealed class V2ObjectJsonConverter<T> : ReadOnlyJsonConverter<T>, IV2ObjectJsonConverter
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return ((JsonConverter<T>)V2Objects.Options.GetTypeInfo(typeof(T)).Converter).Read(ref reader, typeof(T), V2Objects.Options);
        reader.Skip();
        return null;
    }
}

/// <summary>Marks the converters whose metadata is in <see cref="V2Objects"/>.</summary>
internal interface IV2ObjectJsonConverter;

/// <summary>Provides the metadata for <see cref="V2ObjectJsonConverter{T}"/>, which the options with the converter hide.</summary>
internal static class V2Objects
{
    /// <summary>Gets the converters of properties with polymorphic objects.</summary>
    /// <remarks>They are also converters of properties: a type with a discriminator for applications does not accept a converter.</remarks>
    public static IReadOnlyList<JsonConverter> Unions { get; } =
        [new MessageSenderJsonConverter(), new MessageAttachmentJsonConverter(), new ReactionAuthorJsonConverter(), new MessagePlatformDataJsonConverter(), new ProfilePlatformDataJsonConverter()];

    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(V2JsonContext.Default.Options);
        var converters = options.Converters.Where(converter => converter is IV2ObjectJsonConverter).ToList();
        foreach (var converter in converters)
            options.Converters.Remove(converter);
        // A converter of a property, unlike one of a type, does not hide the metadata of the type.
        options.TypeInfoResolver = V2JsonContext.Default.WithAddedModifier(type =>
        {
            foreach (var field in type.Properties)
                field.CustomConverter ??= converters.Concat(Unions).FirstOrDefault(converter => converter.CanConvert(field.PropertyType));
        });
        options.MakeReadOnly();
        return options;
    }
}
