using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using InboxSdk.Serialization;
using InboxSdk.V2;

namespace InboxSdk;

/// <summary>Reads and writes an <see cref="Optional{T}"/> as its value.</summary>
/// <remarks>
/// <para>The SDK omits properties that are not set from the JSON of an update. In a type of your own, add
/// <c>[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]</c> to a property: otherwise it is written as <see langword="null"/>.</para>
/// <para>Public only so that source generation in other assemblies can serialize the updates.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptionalJsonConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert is { IsGenericType: true } && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The default value of a struct needs no constructor.")]
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        // The value creates its converter, so that no generic type is created at run time.
        ((IOptional)RuntimeHelpers.GetUninitializedObject(typeToConvert)).CreateJsonConverter();
}

/// <summary>An <see cref="Optional{T}"/> of unknown type.</summary>
internal interface IOptional
{
    JsonConverter CreateJsonConverter();
}

internal sealed class OptionalJsonConverter<T> : JsonConverter<Optional<T>>
{
    public override bool HandleNull => true;

    public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize(ref reader, TypeInfo(options))!);

    public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options)
    {
        if (value.HasValue)
            JsonSerializer.Serialize(writer, value.Value, TypeInfo(options));
        else
            writer.WriteNullValue();
    }

    // Source generation of an application does not analyze the property, so the type of the value can be missing.
    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) =>
        (JsonTypeInfo<T>)(options.TryGetTypeInfo(typeof(T), out var type) ? type : OptionalJsonContext.Default.Options.GetTypeInfo(typeof(T)));
}

[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(decimal?))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(TypingIndicatorSetting))]
internal sealed partial class OptionalJsonContext : JsonSerializerContext;
