namespace InboxSdk.Http;

/// <summary>Makes each arrival of a request an attempt of ours. .NET's transport sends a request without a body up to four times when the connection ends without a byte of the
/// response; on a guarded connection that end is a failure instead, which the transport does not retry.</summary>
internal sealed class ConnectionGuard
{
    private readonly Func<SocketsHttpPlaintextStreamFilterContext, CancellationToken, ValueTask<Stream>>? _inner;

    private ConnectionGuard(Func<SocketsHttpPlaintextStreamFilterContext, CancellationToken, ValueTask<Stream>>? inner) => _inner = inner;

    public static void Attach(SocketsHttpHandler handler)
    {
        if (handler.PlaintextStreamFilter?.Target is ConnectionGuard)
            return;
        try
        {
            handler.PlaintextStreamFilter = new ConnectionGuard(handler.PlaintextStreamFilter).FilterAsync;
        }
        catch (InvalidOperationException)
        {
            // The application's handler has sent requests already; reads are then retried by .NET as for any other client.
        }
    }

    private async ValueTask<Stream> FilterAsync(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancellationToken)
    {
        var stream = _inner is null ? context.PlaintextStream : await _inner(context, cancellationToken).ConfigureAwait(false);
        // HTTP/2 retries only what the server refused to process. Connections of other clients that share the handler stay as they are; a proxy's first request is CONNECT.
        var request = context.InitialRequestMessage;
        return context.NegotiatedHttpVersion.Major == 1 && (request.Method == HttpMethod.Connect || InboxCall.Of(request) is not null)
            ? new GuardedStream(stream)
            : stream;
    }
}
