using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Reads and writes an open enum, such as <see cref="Platform"/>, as its text.</summary>
/// <typeparam name="T">The open enum.</typeparam>
/// <remarks>Public only so that source generation in other assemblies can serialize the models.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenEnumJsonConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // A value that is not text is as unknown as an unknown text, and does not make the rest unreadable.
        if (reader.TokenType != JsonTokenType.String)
        {
            // Complete even in a stream: the serializer buffers a whole value before it calls a converter.
            reader.TrySkip();
            return default;
        }

        return T.Parse(JsonText.Read(ref reader)!, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Parse(JsonText.Read(ref reader)!, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString() ?? "");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
