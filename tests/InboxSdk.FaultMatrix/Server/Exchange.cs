using System.Net.Sockets;
using System.Text;
using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Operations;

namespace InboxSdk.FaultMatrix.Server;

/// <summary>Represents one request on one connection, with the actions of a fault.</summary>
internal sealed class Exchange(FaultServer server, FaultPlan? plan, Socket socket, NetworkStream stream, WireRequest request, Arrival arrival, CancellationToken cancellationToken)
{
    public WireRequest Request { get; } = request;

    public World World => server.World;

    public Operation Operation => server.Operation;

    /// <summary>Sends the request to the API.</summary>
    public async Task<WireResponse> ApplyAsync()
    {
        var response = await server.Upstream.SendAsync(Request, cancellationToken);
        arrival.ApiStatus = response.Status;
        arrival.IsApplied = Request.IsWrite && response.IsSuccess;
        return response;
    }

    /// <summary>Sends another request to the API, as if it arrived on the same connection.</summary>
    public Task<WireResponse> ReadOtherAsync(string target) => server.Upstream.SendAsync(new("GET", target, Request.Headers, []), cancellationToken);

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes) => await stream.WriteAsync(bytes, cancellationToken);

    public Task WriteAsync(byte[] bytes) => WriteAsync(bytes.AsMemory());

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public Task WriteAsync(WireResponse response)
    {
        arrival.SentStatus = response.Status;
        return WriteAsync(response.Bytes());
    }

    /// <summary>Writes the status line and the headers of a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="framing">The header that defines the end of the body; null for <c>Content-Length</c>, empty for none.</param>
    public Task WriteHeadAsync(WireResponse response, string? framing = null)
    {
        arrival.SentStatus = response.Status;
        return WriteAsync(response.Head(framing));
    }

    /// <summary>Completes when the client has read the headers of the response, so that later bytes cannot overtake them.</summary>
    public Task HeadersReadAsync() => server.HeadersReadAsync(Request.Attempt, cancellationToken);

    /// <summary>Closes the connection (FIN).</summary>
    public void Close()
    {
        socket.Shutdown(SocketShutdown.Both);
        socket.Close();
    }

    /// <summary>Closes only the sending direction of the connection.</summary>
    public void HalfClose() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Aborts the connection (RST).</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    /// <summary>Sends nothing more until the client closes the connection; its attempt times out at once.</summary>
    public async Task HangAsync()
    {
        server.TimeOut(plan);
        await ClosedByClientAsync();
    }

    /// <summary>Completes when the client has closed the connection.</summary>
    public async Task ClosedByClientAsync()
    {
        var buffer = new byte[256];
        while (await stream.ReadAsync(buffer, cancellationToken) > 0)
        {
        }
    }
}
