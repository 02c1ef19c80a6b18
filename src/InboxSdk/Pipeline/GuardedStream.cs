using System.Runtime.CompilerServices;

namespace InboxSdk.Pipeline;

/// <summary>A connection whose end is an exception if a response is pending. Apart from that, it forwards all reads and writes.</summary>
internal sealed class GuardedStream(Stream connection) : Stream
{
    // Set by the first write of a request, cleared by the first byte after it. Reads and writes of HTTP/1.1 alternate, except for one read that starts ahead.
    private volatile State _state;

    private enum State
    {
        Passing,
        AwaitingResponse,
        AwaitingTunnel,
        Ended,
    }

    public override bool CanRead => connection.CanRead;

    public override bool CanWrite => connection.CanWrite;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = connection.Read(buffer);
        return buffer.IsEmpty ? read : Observe(read);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = connection.ReadAsync(buffer, cancellationToken);
        // A zero-byte read waits for data or the end, and does not distinguish them.
        if (buffer.IsEmpty)
            return read;
        return read.IsCompletedSuccessfully ? new(Observe(read.Result)) : ObserveAsync(read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Begin(buffer);
        connection.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Begin(buffer.Span);
        return connection.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => connection.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => connection.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            connection.Dispose();
        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ObserveAsync(ValueTask<int> read)
    {
        try
        {
            return Observe(await read.ConfigureAwait(false));
        }
        catch (IOException exception) when (_state == State.AwaitingTunnel && exception is not ConnectionClosedException)
        {
            throw new ConnectionClosedException(isSent: true, isTunnel: true);
        }
    }

    private int Observe(int read)
    {
        if (read > 0)
        {
            if (_state != State.Passing)
                _state = State.Passing;
            return read;
        }

        var state = _state;
        _state = State.Ended;
        return state is State.AwaitingResponse or State.AwaitingTunnel
            ? throw new ConnectionClosedException(isSent: true, isTunnel: state == State.AwaitingTunnel)
            : read;
    }

    // A request starts with its method. Its body does not, nor does anything within a tunnel.
    private void Begin(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("CONNECT "u8))
            Begin(State.AwaitingTunnel);
        else if (bytes.StartsWith("GET "u8) || bytes.StartsWith("PUT "u8) || bytes.StartsWith("POST "u8) || bytes.StartsWith("PATCH "u8) || bytes.StartsWith("DELETE "u8))
            Begin(State.AwaitingResponse);
    }

    private void Begin(State state)
    {
        // The server has closed its side in the meantime: what is not written cannot take effect.
        if (_state == State.Ended)
            throw new ConnectionClosedException(isSent: false, isTunnel: state == State.AwaitingTunnel);
        _state = state;
    }
}
