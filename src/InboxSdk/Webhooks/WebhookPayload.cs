using System.Buffers;
using System.Text;

namespace InboxSdk.Webhooks;

/// <summary>What is signed: the digits of the timestamp, a period and the body. Small ones are in the buffer of the caller, others in pooled memory.</summary>
internal readonly ref struct WebhookPayload
{
    private readonly byte[]? _rented;

    private WebhookPayload(scoped ReadOnlySpan<char> timestamp, int bodyLength, Span<byte> buffer)
    {
        var bodyStart = timestamp.Length + 1;
        var length = bodyStart + bodyLength;
        if (length > buffer.Length)
            buffer = _rented = ArrayPool<byte>.Shared.Rent(length);
        Encoding.ASCII.GetBytes(timestamp, buffer);
        buffer[bodyStart - 1] = (byte)'.';
        Signed = buffer[..length];
        Body = buffer[bodyStart..length];
    }

    /// <summary>All of it.</summary>
    public Span<byte> Signed { get; }

    public Span<byte> Body { get; }

    public static WebhookPayload Create(scoped ReadOnlySpan<char> timestamp, scoped ReadOnlySpan<byte> body, Span<byte> buffer)
    {
        var payload = new WebhookPayload(timestamp, body.Length, buffer);
        body.CopyTo(payload.Body);
        return payload;
    }

    public static WebhookPayload Create(scoped ReadOnlySpan<char> timestamp, in ReadOnlySequence<byte> body, Span<byte> buffer)
    {
        var payload = new WebhookPayload(timestamp, checked((int)body.Length), buffer);
        body.CopyTo(payload.Body);
        return payload;
    }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
    }
}
