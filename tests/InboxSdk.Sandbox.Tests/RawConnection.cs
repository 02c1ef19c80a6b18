using System.Net.Sockets;
using System.Text;

namespace InboxSdk.Sandbox.Tests;

/// <summary>Represents a raw socket, which shows what an HTTP client hides: the received bytes, and how the connection ended.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _client = new();

    public static async Task<RawConnection> SendAsync(InboxSandbox sandbox, string method, string path, string body = "")
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(IPAddress.Loopback, sandbox.V1BaseAddress.Port);
        await connection.SendNextAsync(sandbox, method, path, body);
        return connection;
    }

    /// <summary>Sends another request on the same connection.</summary>
    public async Task SendNextAsync(InboxSandbox sandbox, string method, string path, string body = "") =>
        await _client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
            $"{method} /api/v1/{path} HTTP/1.1\r\nHost: sandbox\r\nAuthorization: Bearer {sandbox.Token}\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n{body}"));

    /// <summary>Reads the head and the given number of bytes of the body.</summary>
    public async Task<string> ReadBodyAsync(int length)
    {
        await ReadHeadAsync();
        return await ReadRestAsync(length);
    }

    /// <summary>Reads the head only.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            head.Append(await ReadRestAsync(1));
        return head.ToString();
    }

    /// <summary>Reads the given number of bytes.</summary>
    public async Task<string> ReadRestAsync(int length)
    {
        var bytes = new byte[length];
        await _client.GetStream().ReadExactlyAsync(bytes).AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Reads to the end of the connection.</summary>
    public async Task<RawEnd> ReadToEndAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[4_096];
        try
        {
            for (int read; (read = await _client.GetStream().ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromMinutes(1))) > 0;)
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            return new RawEnd(text.ToString(), WasReset: false);
        }
        catch (IOException exception) when (exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return new RawEnd(text.ToString(), WasReset: true);
        }
    }

    public void Dispose() => _client.Dispose();
}

/// <param name="Text">Everything that came.</param>
/// <param name="WasReset">Whether the connection was reset (RST), not closed (FIN).</param>
internal sealed record RawEnd(string Text, bool WasReset)
{
    public string Body => Text.Split("\r\n\r\n", 2)[1];
}
