using System.Buffers;
using System.Net;

namespace InboxSdk.Http;

/// <summary>A body that was read whole into pooled memory. Disposing it, which disposing the response does, gives the memory back.</summary>
/// <param name="buffer">The memory, which the pool gets back.</param>
/// <param name="length">How much of it is the body.</param>
/// <param name="original">The content as it came. Its headers are kept with it: some may be malformed, and nobody but an error asks for one.</param>
/// <param name="response">The answer it is the body of.</param>
internal sealed class PooledContent(byte[] buffer, int length, HttpContent original, HttpResponseMessage response) : HttpContent
{
    private byte[]? _buffer = buffer;

    public ReadOnlyMemory<byte> Bytes => (_buffer ?? throw new ObjectDisposedException(nameof(PooledContent))).AsMemory(0, length);

    public HttpStatusCode Status => response.StatusCode;

    /// <summary>The call it answers.</summary>
    public InboxCall Call => InboxCall.Of(response.RequestMessage)!;

    /// <summary>The body's media type; null when the answer names none, or one that cannot be read.</summary>
    public string? MediaType => original.Headers.ContentType?.MediaType;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Bytes).AsTask();

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _buffer, null) is { Length: > 0 } pooled)
            ArrayPool<byte>.Shared.Return(pooled);
        base.Dispose(disposing);
    }
}
