using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace InboxSdk.Http;

/// <summary>Reads and writes bodies for Refit: straight from the buffered bytes, by generated metadata alone.</summary>
internal sealed class JsonBodySerializer(JsonSerializerContext context) : IHttpContentSerializer
{
    private static readonly MediaTypeHeaderValue JsonMediaType = new("application/json") { CharSet = "utf-8" };

    // Buffered, so that the same content can be sent again.
    public HttpContent ToHttpContent<T>(T item) =>
        new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(item, TypeInfo<T>())) { Headers = { ContentType = JsonMediaType } };

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        // A failure must come by the task: Refit hands it to the DeserializationExceptionFactory from there.
        try
        {
            return content is PooledContent body
                ? Task.FromResult(JsonSerializer.Deserialize(WithoutByteOrderMark(body.Bytes.Span), TypeInfo<T>()))
                : throw new InvalidOperationException("The body was not read by the pipeline.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Task.FromException<T?>(exception);
        }
    }

    // Only for form bodies, which this API has none of.
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => throw new NotSupportedException("Form bodies are not used.");

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)(context.GetTypeInfo(typeof(T))
        ?? throw new InvalidOperationException($"{context.GetType().Name} lacks metadata for {typeof(T)}."));

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
