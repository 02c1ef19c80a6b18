using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Reads an object within a model by its generated metadata; what is no object is not known.</summary>
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

/// <summary>Marks the converters for which <see cref="V2Objects"/> has the metadata.</summary>
internal interface IV2ObjectJsonConverter;

/// <summary>Holds the metadata behind <see cref="V2ObjectJsonConverter{T}"/>, which the options that have the converter hide.</summary>
internal static class V2Objects
{
    /// <summary>Gets what reads the fields that hold one of several kinds of objects.</summary>
    /// <remarks>They are converters of the fields too: a type with a discriminator of its own, for applications, takes none.</remarks>
    public static IReadOnlyList<JsonConverter> Unions { get; } =
        [new MessageSenderJsonConverter(), new MessageAttachmentJsonConverter(), new ReactionAuthorJsonConverter(), new MessagePlatformDataJsonConverter(), new ProfilePlatformDataJsonConverter()];

    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(V2JsonContext.Default.Options);
        var converters = options.Converters.Where(converter => converter is IV2ObjectJsonConverter).ToList();
        foreach (var converter in converters)
            options.Converters.Remove(converter);
        // A converter of a field, in place of one of a type, does not hide the type's metadata.
        options.TypeInfoResolver = V2JsonContext.Default.WithAddedModifier(type =>
        {
            foreach (var field in type.Properties)
                field.CustomConverter ??= converters.Concat(Unions).FirstOrDefault(converter => converter.CanConvert(field.PropertyType));
        });
        options.MakeReadOnly();
        return options;
    }
}
