namespace InboxSdk.Sandbox;

// Faults of the connection: the response is missing, incomplete or slow.
public sealed partial class SandboxFault
{
    /// <summary>Resets the connection (RST) before the first byte of the response.</summary>
    /// <remarks>A reset within the headers is not possible: the server writes them in one piece.</remarks>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault Reset(bool applied = false) => new("Reset", applied, exchange =>
    {
        exchange.Reset();
        return Task.CompletedTask;
    });

    /// <summary>Closes the connection (FIN) before the first byte of the response, like a gateway whose upstream fails.</summary>
    /// <remarks>.NET itself retries a request without content after such a close; after <see cref="Reset"/> it does not.</remarks>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault Close(bool applied = false) => new("Close", applied, exchange => exchange.CloseAsync());

    /// <summary>Resets the connection (RST) after half of the response body.</summary>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="true"/>; otherwise half of a placeholder response is sent.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault ResetInBody(bool applied = true) => new("ResetInBody", applied, async exchange =>
    {
        await exchange.SendHalfAsync().ConfigureAwait(false);
        exchange.Reset();
    });

    /// <summary>Closes the connection (FIN) after half of the response body; <c>Content-Length</c> is the length of the whole.</summary>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="true"/>; otherwise half of a placeholder response is sent.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault TruncatedBody(bool applied = true) => new("TruncatedBody", applied, exchange => exchange.SendHalfAsync());

    /// <summary>Sends the first half of the gzip-compressed response body. <c>Content-Length</c> matches what is sent, so that only decompression reveals that the
    /// rest is missing.</summary>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="true"/>; otherwise half of a placeholder response is sent.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault TruncatedGzip(bool applied = true) => new("TruncatedGzip", applied, exchange => exchange.SendHalfCompressedAsync());

    /// <summary>Sends an unrequested response, followed by the API's own on the same connection. The caller takes the first for its own, and a later request on the
    /// connection may receive the second. The request always takes effect.</summary>
    /// <param name="body">The body of the first response, JSON sent as UTF-8, such as another contact; its status is 200.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault Unrequested(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new("Unrequested", applied: true, exchange => exchange.SendAfterAsync(Text(body)));
    }

    /// <summary>Sends no response: the connection stays open until the client closes it or the sandbox stops.</summary>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault Stall(bool applied = false) => new("Stall", applied, exchange => exchange.StallAsync());

    /// <summary>Sends half of the response body and nothing more: the connection stays open until the client closes it or the sandbox stops.</summary>
    /// <param name="applied">Whether the request takes effect. The default is <see langword="true"/>; otherwise half of a placeholder response is sent.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault StallInBody(bool applied = true) => new("StallInBody", applied, async exchange =>
    {
        await exchange.SendHalfAsync().ConfigureAwait(false);
        await exchange.StallAsync().ConfigureAwait(false);
    });

    /// <summary>Sends the whole response slowly, its body a few bytes at a time. The request always takes effect.</summary>
    /// <param name="interval">The delay between two pieces, on the sandbox's clock: 1 millisecond to 1 hour.</param>
    /// <param name="bytes">The size of a piece in bytes, 1 to 65,536. The default is 1.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static SandboxFault Drip(TimeSpan interval, int bytes = 1)
    {
        CheckRange(interval.TotalMilliseconds, 1, 3_600_000, nameof(interval));
        CheckRange(bytes, 1, 65_536, nameof(bytes));
        return new("Drip", applied: true, exchange => exchange.DripAsync(interval, bytes));
    }
}
