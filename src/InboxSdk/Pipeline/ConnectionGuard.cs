namespace InboxSdk.Pipeline;

/// <summary>Ensures that one request on the wire is one attempt. .NET's transport sends a request without a body up to four times if the connection ends without a byte of the
/// response; on a guarded connection this end is an exception instead, which the transport does not retry.</summary>
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
            // The handler of the application has already sent requests; .NET then retries reads as for any other client.
        }
    }

    private async ValueTask<Stream> FilterAsync(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancellationToken)
    {
        var stream = _inner is null ? context.PlaintextStream : await _inner(context, cancellationToken).ConfigureAwait(false);
        // HTTP/2 retries only what the server has not processed. Connections of other clients that share the handler are not guarded; the first request to a proxy is CONNECT.
        var request = context.InitialRequestMessage;
        return context.NegotiatedHttpVersion.Major == 1 && (request.Method == HttpMethod.Connect || InboxCall.Of(request) is not null)
            ? new GuardedStream(stream)
            : stream;
    }
}
