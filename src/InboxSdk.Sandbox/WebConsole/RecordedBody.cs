namespace InboxSdk.Sandbox.WebConsole;

/// <summary>Writes a response body to the connection, and keeps its beginning.</summary>
internal sealed class RecordedBody(Stream wire) : Stream
{
    private const int Capacity = 32_768;

    private byte[] _kept = [];
    private int _keptLength;

    /// <summary>The number of bytes written.</summary>
    public long WrittenCount { get; private set; }

    /// <summary>The first bytes written.</summary>
    public ReadOnlySpan<byte> Kept
    {
        get
        {
            // The length first: the array with these bytes is there before their length is.
            var length = Volatile.Read(ref _keptLength);
            return _kept.AsSpan(0, length);
        }
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() => wire.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => wire.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Keep(buffer.AsSpan(offset, count));
        wire.Write(buffer, offset, count);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Keep(buffer.Span);
        return wire.WriteAsync(buffer, cancellationToken);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        WrittenCount += bytes.Length;
        var length = Math.Min(bytes.Length, Capacity - _keptLength);
        if (length == 0)
            return;
        // Most bodies are written at once.
        if (_kept.Length < _keptLength + length)
            Array.Resize(ref _kept, Math.Max(_keptLength + length, Math.Min(Capacity, 2 * _kept.Length)));
        bytes[..length].CopyTo(_kept.AsSpan(_keptLength));
        Volatile.Write(ref _keptLength, _keptLength + length);
    }
}
