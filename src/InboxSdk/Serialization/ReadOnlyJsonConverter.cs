using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.Serialization;

/// <summary>Reads what the API is never sent.</summary>
internal abstract class ReadOnlyJsonConverter<T> : JsonConverter<T>
{
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("The API is never sent one of these.");
}
