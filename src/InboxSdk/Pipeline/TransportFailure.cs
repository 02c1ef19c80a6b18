using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using InboxSdk.Diagnostics;

namespace InboxSdk.Pipeline;

/// <summary>The reason why there is no complete response, with a message of our own, because .NET's can contain the password of a proxy.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="What">The failure, as part of a sentence.</param>
/// <param name="IsSent">Whether the request may have reached the server.</param>
/// <param name="IsTransient">Whether a retry may succeed.</param>
internal readonly record struct TransportFailure(InboxTransportReason Reason, string What, bool IsSent = true, bool IsTransient = true)
{
    /// <summary>Classifies an exception of a handler, the transport or a body.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="host">The host and port of the server.</param>
    /// <param name="proxy">The host and port of the proxy; null if there is none.</param>
    /// <param name="isInBody">Whether the response had started.</param>
    public static TransportFailure Of(Exception exception, string host, string? proxy, bool isInBody)
    {
        // The connection is made to the proxy first.
        var peer = proxy is null ? host : $"the proxy {proxy}";
        var connection = proxy is null ? $"the connection to {host}" : $"the connection to {host} through the proxy {proxy}";
        if (Find<ConnectionClosedException>(exception) is { } closed)
            return Closed(closed, connection, host, proxy);
        switch (exception)
        {
            case OperationCanceledException:
                return new(InboxTransportReason.ConnectTimeout, $"no connection to {peer} within the transport's ConnectTimeout", IsSent: false);
            case HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } refused:
                return Tunnel(refused, host, proxy);
            case HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }:
                return new(InboxTransportReason.NameResolution, $"the name of {peer} could not be resolved", IsSent: false);
            case HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }:
                return Find<SocketException>(exception) is { SocketErrorCode: SocketError.ConnectionRefused }
                    ? new(InboxTransportReason.ConnectionRefused, $"{peer} refused the connection", IsSent: false)
                    : new(InboxTransportReason.ConnectionFailed, $"no connection to {peer}{Code(exception)}", IsSent: false);
            case HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }:
                return Find<AuthenticationException>(exception) is { } refusal
                    ? new(InboxTransportReason.Tls, $"the TLS handshake with {host} failed: {Text.OneLine(refusal.GetBaseException().Message)}", IsSent: false, IsTransient: false)
                    : new(InboxTransportReason.Tls, $"the TLS handshake with {host} broke off", IsSent: false);
        }

        if (Find<SocketException>(exception) is { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown })
            return new(InboxTransportReason.ConnectionReset, $"{connection} was reset before the response was complete");
        return Error(exception) switch
        {
            HttpRequestError.ResponseEnded => Incomplete(connection),
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded =>
                new(InboxTransportReason.InvalidResponse, $"the response from {host} is not valid HTTP"),
            _ when Find<InvalidDataException>(exception) is not null => new(InboxTransportReason.InvalidResponse, $"the body of the response from {host} could not be decompressed"),
            _ when exception is HttpRequestException or IOException or SocketException => isInBody
                ? Incomplete(connection)
                : new(InboxTransportReason.Other, $"the request to {host} failed ({exception.GetType().Name})"),
            _ => OfHandler(exception),
        };
    }

    /// <summary>Returns the failure of a handler of the application.</summary>
    public static TransportFailure OfHandler(Exception exception) => new(InboxTransportReason.Handler, $"a custom handler failed ({exception.GetType().Name})");

    /// <summary>Returns the exception to use as the inner one: the same failure without the address of the proxy.</summary>
    public static Exception WithoutSecrets(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } refused
            ? new HttpRequestException(refused.HttpRequestError, "The proxy did not open a tunnel.", inner: null, TunnelStatus(refused))
            : exception;

    private static TransportFailure Closed(ConnectionClosedException closed, string connection, string host, string? proxy) => closed switch
    {
        { IsTunnel: true } => new(InboxTransportReason.Proxy, $"the proxy {proxy} closed the connection instead of opening a tunnel to {host}", IsSent: false),
        { IsSent: false } => new(InboxTransportReason.ConnectionClosed, $"{connection} was closed before the request was sent", IsSent: false),
        _ => new(InboxTransportReason.ConnectionClosed, $"{connection} was closed without a response"),
    };

    private static TransportFailure Tunnel(HttpRequestException refused, string host, string? proxy)
    {
        // A wrong password, if retried, can lock an account.
        var code = TunnelStatus(refused);
        var isTransient = code >= HttpStatusCode.InternalServerError || (code is null && refused.InnerException is not null);
        var status = code is null ? "" : $" (status {(int)code})";
        var advice = code == HttpStatusCode.ProxyAuthenticationRequired ? ", check its credentials" : "";
        return new(InboxTransportReason.Proxy, $"the proxy {proxy} refused a tunnel to {host}{status}{advice}", IsSent: false, isTransient);
    }

#if NET9_0_OR_GREATER
    private static HttpStatusCode? TunnelStatus(HttpRequestException refused) => refused.StatusCode;
#else
    // In .NET 8 only the message contains the status, between the last two apostrophes.
    private static HttpStatusCode? TunnelStatus(HttpRequestException refused) =>
        refused.StatusCode ?? (refused.Message.Split('\'') is [.., var status, _] && int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? (HttpStatusCode)code : null);
#endif

    private static TransportFailure Incomplete(string connection) =>
        new(InboxTransportReason.ResponseIncomplete, $"{connection} was closed before the response was complete");

    private static HttpRequestError Error(Exception exception) => exception switch
    {
        HttpRequestException request => request.HttpRequestError,
        HttpIOException body => body.HttpRequestError,
        _ => HttpRequestError.Unknown,
    };

    private static string Code(Exception exception) => Find<SocketException>(exception) is { } socket ? $" ({socket.SocketErrorCode})" : "";

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (var depth = 0; exception is not null && depth < 10; exception = exception.InnerException, depth++)
        {
            if (exception is T found)
                return found;
        }

        return null;
    }
}
