using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace InboxSdk.Http;

/// <summary>Writes bodies for Refit, by generated metadata alone. Answers do not come this way: see <see cref="AnswerExtensions"/>.</summary>
internal sealed class JsonBodySerializer(JsonSerializerContext context) : IHttpContentSerializer
{
    private static readonly MediaTypeHeaderValue JsonMediaType = new("application/json") { CharSet = "utf-8" };

    // Buffered, so that the same content can be sent again.
    public HttpContent ToHttpContent<T>(T item) =>
        new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(item, TypeInfo<T>())) { Headers = { ContentType = JsonMediaType } };

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Refit reads no answers here.");

    // Only for form bodies, which this API has none of.
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => throw new NotSupportedException("Form bodies are not used.");

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)(context.GetTypeInfo(typeof(T))
        ?? throw new InvalidOperationException($"{context.GetType().Name} lacks metadata for {typeof(T)}."));
}
