using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.Serialization;

/// <summary>Reads values that are never sent to the API.</summary>
internal abstract class ReadOnlyJsonConverter<T> : JsonConverter<T>
{
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Values of this type are never sent to the API.");
}
