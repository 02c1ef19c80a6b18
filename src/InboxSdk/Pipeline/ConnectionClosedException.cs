namespace InboxSdk.Pipeline;

/// <summary>The exception that is thrown when the server, or a proxy, closes the connection before the first byte of a response.</summary>
internal sealed class ConnectionClosedException(bool isSent, bool isTunnel) : IOException(
    isTunnel ? "The proxy closed the connection instead of opening a tunnel."
    : isSent ? "The connection was closed before the first byte of the response."
    : "The connection was closed before the request was sent.")
{
    /// <summary>Whether the request was written to the connection.</summary>
    public bool IsSent { get; } = isSent;

    /// <summary>Whether the request was a CONNECT to a proxy.</summary>
    public bool IsTunnel { get; } = isTunnel;
}
