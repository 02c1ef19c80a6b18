using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace InboxSdk.Http;

/// <summary>A body that was read whole into pooled memory. Disposing it, which disposing the response does, gives the memory back.</summary>
/// <param name="buffer">The memory, which the pool gets back.</param>
/// <param name="length">How much of it is the body.</param>
/// <param name="original">The content as it came. Its headers are kept with it: some may be malformed, and nobody but an error asks for one.</param>
/// <param name="response">The response it is the body of.</param>
/// <param name="call">The call it responds to.</param>
internal sealed class PooledContent(byte[] buffer, int length, HttpContent original, HttpResponseMessage response, InboxCall call) : HttpContent
{
    private byte[]? _buffer = buffer;

    public ReadOnlyMemory<byte> Bytes => (_buffer ?? throw new ObjectDisposedException(nameof(PooledContent))).AsMemory(0, length);

    /// <summary>The bytes without a byte order mark.</summary>
    public ReadOnlySpan<byte> Utf8 => Bytes.Span is var bytes && bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    /// <summary>What the body of a success holds, as <see cref="ResponseJudge"/> has read it.</summary>
    public object? Value { get; set; }

    /// <summary>Whether the body is not whole: the connection broke, the rest did not come in time, or there was more of it than is read.</summary>
    public bool IsCut { get; init; }

    public HttpResponseMessage Response => response;

    public HttpStatusCode Status => response.StatusCode;

    public bool IsSuccess => response.IsSuccessStatusCode;

    /// <summary>The call it responds to.</summary>
    public InboxCall Call => call;

    /// <summary>The headers of the body as it came.</summary>
    public HttpContentHeaders OriginalHeaders => original.Headers;

    /// <summary>Whether the body may be JSON by what the response declares: servers that do not care, and test doubles, declare nothing, nonsense or plain text.</summary>
    public bool MayBeJson
    {
        get
        {
            // Read as it came: parsed, it would cost every response.
            if (!original.Headers.NonValidated.TryGetValues("Content-Type", out var values))
                return true;
            var type = values.ToString().AsSpan();
            type = (type.IndexOf(';') is var end and >= 0 ? type[..end] : type).Trim();
            return type.EndsWith("json", StringComparison.OrdinalIgnoreCase) || type.Equals("text/plain", StringComparison.OrdinalIgnoreCase) || !type.Contains('/');
        }
    }

    /// <summary>The body's media type; null when the response names none, or one that cannot be read.</summary>
    public string? MediaType => original.Headers.ContentType?.MediaType;

    /// <summary>Whether the response says where its body ends. Else it ends where the connection does.</summary>
    public bool IsDelimited => original.Headers.ContentLength is not null || response.Headers.TransferEncodingChunked == true;

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
