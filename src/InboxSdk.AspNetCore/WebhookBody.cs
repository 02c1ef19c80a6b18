using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InboxSdk.Webhooks;

/// <summary>The body of a request, in pooled memory. It counts the bytes itself, after decompression: limits of the server count the framing of chunks, and may not apply to
/// decompressed bytes.</summary>
internal struct WebhookBody : IDisposable
{
    private const int FirstLength = 4096;

    private byte[]? _buffer;
    private int _length;

    public readonly ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Reads the body.</summary>
    /// <returns>The body, or null if it is too large.</returns>
    public static async ValueTask<WebhookBody?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
            return null;
        // Chunks of one byte take six. The limit is for what is not part of the body, such as extensions of chunks.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = (maxBytes * 8L) + (64 * 1024);
        // A component before the endpoint may have read a buffered body.
        if (request.Body.CanSeek)
            request.Body.Position = 0;

        var body = default(WebhookBody);
        try
        {
            body._buffer = ArrayPool<byte>.Shared.Rent(Math.Min((int)(request.ContentLength ?? FirstLength) + 1, maxBytes + 1));
            while (true)
            {
                var read = await request.Body.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return body;
                body._length += read;
                if (body._length > maxBytes)
                {
                    body.Dispose();
                    return null;
                }

                if (body._length == body._buffer.Length)
                    body.Grow();
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer is not null)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = null;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer!);
        _buffer = larger;
    }
}
