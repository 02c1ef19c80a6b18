namespace InboxSdk.Sandbox;

// The faults of the connection: the answer never comes, comes in part, or comes slowly.
public sealed partial class SandboxFault
{
    /// <summary>Resets the connection (RST) before the first byte of the answer.</summary>
    /// <remarks>A reset within the headers cannot be had: the server writes them in one piece.</remarks>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault Reset(bool applied = false) => new("Reset", applied, exchange =>
    {
        exchange.Reset();
        return Task.CompletedTask;
    });

    /// <summary>Closes the connection (FIN) before the first byte of the response, as a gateway does whose upstream dies.</summary>
    /// <remarks>.NET itself repeats a request without content on such a close; after <see cref="Reset"/> it does not.</remarks>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault Close(bool applied = false) => new("Close", applied, exchange => exchange.CloseAsync());

    /// <summary>Resets the connection (RST) after half of the answer's body.</summary>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="true"/>; otherwise half of a made-up answer is sent.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault ResetInBody(bool applied = true) => new("ResetInBody", applied, async exchange =>
    {
        await exchange.SendHalfAsync().ConfigureAwait(false);
        exchange.Reset();
    });

    /// <summary>Closes the connection (FIN) after half of the answer's body, of which <c>Content-Length</c> promised the whole.</summary>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="true"/>; otherwise half of a made-up answer is sent.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault TruncatedBody(bool applied = true) => new("TruncatedBody", applied, exchange => exchange.SendHalfAsync());

    /// <summary>Sends the first half of the response's body compressed with gzip. <c>Content-Length</c> counts what is sent: only decompressing shows that the
    /// rest is missing.</summary>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="true"/>; otherwise half of a made-up response is sent.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault TruncatedGzip(bool applied = true) => new("TruncatedGzip", applied, exchange => exchange.SendHalfCompressedAsync());

    /// <summary>Sends a response that no request asked for, and after it the API's own on the same connection: the caller takes the first for its own, and a later
    /// request on the connection may receive the other. Always applied.</summary>
    /// <param name="body">The body of the first, JSON sent as UTF-8, such as another contact; its status is 200.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault Unrequested(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new("Unrequested", applied: true, exchange => exchange.SendAfterAsync(Text(body)));
    }

    /// <summary>Never answers: the connection stays open until the client closes it or the sandbox stops.</summary>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="false"/>.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault Stall(bool applied = false) => new("Stall", applied, exchange => exchange.StallAsync());

    /// <summary>Sends half of the answer's body and then nothing more: the connection stays open until the client closes it or the sandbox stops.</summary>
    /// <param name="applied">Whether the request takes effect. Default: <see langword="true"/>; otherwise half of a made-up answer is sent.</param>
    /// <returns>The fault.</returns>
    public static SandboxFault StallInBody(bool applied = true) => new("StallInBody", applied, async exchange =>
    {
        await exchange.SendHalfAsync().ConfigureAwait(false);
        await exchange.StallAsync().ConfigureAwait(false);
    });

    /// <summary>Sends the whole answer slowly, its body a few bytes at a time. Always applied, for in the end nothing is lost.</summary>
    /// <param name="interval">How long each pause between two pieces is, by the sandbox's clock: a millisecond to an hour.</param>
    /// <param name="bytes">How many bytes a piece has, 1 to 65,536. Default: 1.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static SandboxFault Drip(TimeSpan interval, int bytes = 1)
    {
        CheckRange(interval.TotalMilliseconds, 1, 3_600_000, nameof(interval));
        CheckRange(bytes, 1, 65_536, nameof(bytes));
        return new("Drip", applied: true, exchange => exchange.DripAsync(interval, bytes));
    }
}
