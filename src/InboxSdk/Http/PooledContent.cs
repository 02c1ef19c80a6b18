using System.Buffers;
using System.Net;

namespace InboxSdk.Http;

/// <summary>A body that was read whole into pooled memory. Disposing it, which disposing the response does, gives the memory back.</summary>
internal sealed class PooledContent : HttpContent
{
    private byte[]? _buffer;
    private readonly int _length;

    public PooledContent(byte[] buffer, int length, HttpContent original)
    {
        _buffer = buffer;
        _length = length;
        foreach (var (name, values) in original.Headers.NonValidated)
        {
            // The length and the coding were those on the wire; the body is here decoded.
            if (name is not ("Content-Length" or "Content-Encoding"))
                Headers.Add(name, values);
        }
    }

    public ReadOnlyMemory<byte> Bytes => (_buffer ?? throw new ObjectDisposedException(nameof(PooledContent))).AsMemory(0, _length);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Bytes).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _buffer, null) is { Length: > 0 } buffer)
            ArrayPool<byte>.Shared.Return(buffer);
        base.Dispose(disposing);
    }
}
