using System.Buffers;
using System.Reflection;
using System.Text.Json;
using InboxSdk.Serialization;
using Refit;

namespace InboxSdk.Pipeline;

/// <summary>Writes the bodies of requests for Refit, and returns what <see cref="ResponseJudge"/> has read from responses.</summary>
internal sealed class JsonBodySerializer : IHttpContentSerializer
{
    // Buffered, so that the same content can be resent.
    public HttpContent ToHttpContent<T>(T item)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body))
            ((IRequestBody)item!).WriteTo(writer);
        return new ReadOnlyMemoryContent(body.WrittenMemory) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } };
    }

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        Task.FromResult((T?)((PooledContent)content).Value);

    // Only for form bodies, which this API does not use.
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => throw new NotSupportedException("Form bodies are not used.");
}
