using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace InboxSdk.Pipeline;

/// <summary>A body in pooled memory. Disposing it, or the response, returns the memory.</summary>
/// <param name="buffer">The pooled memory.</param>
/// <param name="length">The length of the body.</param>
/// <param name="original">The original content, for its headers: some can be malformed, and only errors need them.</param>
/// <param name="response">The response.</param>
/// <param name="call">The call of the response.</param>
internal sealed class PooledContent(byte[] buffer, int length, HttpContent original, HttpResponseMessage response, InboxCall call) : HttpContent
{
    private byte[]? _buffer = buffer;

    public ReadOnlyMemory<byte> Bytes => (_buffer ?? throw new ObjectDisposedException(nameof(PooledContent))).AsMemory(0, length);

    /// <summary>The bytes without a byte order mark.</summary>
    public ReadOnlySpan<byte> Utf8 => Bytes.Span is var bytes && bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    /// <summary>The value of a success, as read by <see cref="ResponseJudge"/>.</summary>
    public object? Value { get; set; }

    /// <summary>Whether the body is incomplete: the connection broke, the rest did not arrive in time, or it was larger than the part that is read.</summary>
    public bool IsCut { get; init; }

    public HttpResponseMessage Response => response;

    public HttpStatusCode Status => response.StatusCode;

    public bool IsSuccess => response.IsSuccessStatusCode;

    /// <summary>The call of the response.</summary>
    public InboxCall Call => call;

    /// <summary>The original headers of the body.</summary>
    public HttpContentHeaders OriginalHeaders => original.Headers;

    /// <summary>Whether the body may be JSON according to its declared type; some servers and test doubles declare none, an invalid one or plain text.</summary>
    public bool MayBeJson
    {
        get
        {
            // Read unparsed: parsing would have a cost for every response.
            if (!original.Headers.NonValidated.TryGetValues("Content-Type", out var values))
                return true;
            var type = values.ToString().AsSpan();
            type = (type.IndexOf(';') is var end and >= 0 ? type[..end] : type).Trim();
            return type.EndsWith("json", StringComparison.OrdinalIgnoreCase) || type.Equals("text/plain", StringComparison.OrdinalIgnoreCase) || !type.Contains('/');
        }
    }

    /// <summary>The media type of the body; null if it is absent or invalid.</summary>
    public string? MediaType => original.Headers.ContentType?.MediaType;

    /// <summary>Whether the response declares the end of its body. Otherwise it ends with the connection.</summary>
    public bool IsDelimited => original.Headers.ContentLength is not null || response.Headers.TransferEncodingChunked == true;

    // Refit copies each body before it passes it to its serializer, which would be a third of the bytes of a page. Nothing else reads this content: no handler is outside the
    // pipeline.
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    // A body of length 0 is never passed to the serializer.
    protected override bool TryComputeLength(out long computed)
    {
        computed = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _buffer, null) is { Length: > 0 } pooled)
            ArrayPool<byte>.Shared.Return(pooled);
        base.Dispose(disposing);
    }
}
