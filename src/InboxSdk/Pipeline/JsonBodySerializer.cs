using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace InboxSdk.Pipeline;

/// <summary>Writes the bodies of requests for Refit, with generated metadata only, and returns what <see cref="ResponseJudge"/> has read from responses.</summary>
internal sealed class JsonBodySerializer(JsonSerializerContext context) : IHttpContentSerializer
{
    private static readonly MediaTypeHeaderValue JsonMediaType = new("application/json") { CharSet = "utf-8" };

    // Buffered, so that the same content can be resent.
    public HttpContent ToHttpContent<T>(T item) =>
        new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(item, TypeInfo<T>())) { Headers = { ContentType = JsonMediaType } };

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        Task.FromResult((T?)((PooledContent)content).Value);

    // Only for form bodies, which this API does not use.
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => throw new NotSupportedException("Form bodies are not used.");

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)(context.GetTypeInfo(typeof(T))
        ?? throw new InvalidOperationException($"{context.GetType().Name} lacks metadata for {typeof(T)}."));
}
