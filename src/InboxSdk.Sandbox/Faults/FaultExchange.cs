using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.RateLimits;
using InboxSdk.Sandbox.RequestLog;
using InboxSdk.Sandbox.V2;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace InboxSdk.Sandbox.Faults;

/// <summary>The exchange that a fault acts on.</summary>
/// <param name="http">The HTTP context; nothing of the response has been sent. If the request was applied, the status and the headers are those of its response.</param>
/// <param name="entry">The request's log entry.</param>
/// <param name="headers">The response headers before the request was applied.</param>
/// <param name="body">The response body; empty if there is none.</param>
/// <param name="limits">The rate limits, which an error reports.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class FaultExchange(
    HttpContext http, RequestEntry entry, KeyValuePair<string, StringValues>[] headers, byte[] body, SandboxRateLimiter limits, TimeProvider clock)
{
    // The body to truncate when the request was not applied.
    private static readonly byte[] StandIn = """{"prospect":{"id":"prospect_abc123","platformUsername":"johndoe","name":"John Doe"}}"""u8.ToArray();

    private Socket Socket => http.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;

    /// <summary>Sends a response in place of the API's.</summary>
    /// <param name="response">The response.</param>
    /// <param name="isTheApis">Whether the response appears to come from the API and therefore has its request id.</param>
    public Task ReplaceAsync(ApiResponse response, bool isTheApis)
    {
        Forget();
        if (!isTheApis)
            http.Response.Headers.Remove("X-Request-Id");
        return response.SendAsync(http.Response);
    }

    /// <summary>Rejects the request; the error middleware around fault injection writes the error as the API does.</summary>
    public Task RejectAsync(ApiError error, Func<DateTimeOffset, string?> retryAfter)
    {
        Forget();
        // No limit led to this 429: a client would wait for the reset of one.
        if (error.Status != 429)
            WriteLimit();
        // Null omits the header.
        http.Response.Headers.RetryAfter = retryAfter(clock.GetUtcNow());
        throw error;
    }

    /// <summary>Rejects the request with a v2 error whose details describe the request.</summary>
    public Task RejectAsync(int status, string code, int? retryAfterSeconds)
    {
        Forget();
        WriteLimit();
        var facts = new V2FaultFacts(clock.GetUtcNow(), retryAfterSeconds, SentMessageId());
        if (code == V2Codes.RateLimited)
            RateLimitHeaders.WriteRefusal(http.Response.Headers, V2Codes.SomeLimit, facts.Now, facts.ResetAt);
        throw new ApiError(status, code, ApiError.InjectedFault) { Details = V2Codes.DetailsOf(code, facts) };
    }

    public Task RedirectAsync(int status, Uri target)
    {
        Forget();
        http.Response.Headers.Location = target.AbsoluteUri;
        return ApiResponse.Empty(status).SendAsync(http.Response);
    }

    /// <summary>Resets the connection. The request is logged before the client can notice.</summary>
    public void Reset()
    {
        entry.Log(status: null);
        entry.Complete();
        http.Abort();
    }

    /// <summary>Closes the sending side of the connection (FIN) in place of a response, and waits for the client to close its side.</summary>
    public Task CloseAsync()
    {
        // Logged first: a test can read the log as soon as the client sees the end of the stream.
        entry.Log(status: null);
        entry.Complete();
        // Bypasses Kestrel, which can end a connection without a response only with a reset.
        Socket.Shutdown(SocketShutdown.Send);
        return Task.Delay(Timeout.InfiniteTimeSpan, clock, http.RequestAborted);
    }

    /// <summary>Sends the API's own response.</summary>
    public Task SendAsync() => body.Length == 0 ? http.Response.StartAsync() : http.Response.Body.WriteAsync(body).AsTask();

    /// <summary>Sends an unrequested response, followed by the API's own.</summary>
    public async Task SendAfterAsync(byte[] unrequested)
    {
        entry.Log(http.Response.StatusCode);
        entry.Complete();
        var head = string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: {ApiResponse.JsonType}\r\nDate: {http.Response.Headers.Date}\r\nContent-Length: {unrequested.Length}\r\n\r\n");
        // Bypasses Kestrel, which sends one response per request. Kestrel is idle here: its buffer is empty.
        byte[] whole = [.. Encoding.ASCII.GetBytes(head), .. unrequested];
        for (var sent = 0; sent < whole.Length;)
            sent += await Socket.SendAsync(whole.AsMemory(sent), http.RequestAborted).ConfigureAwait(false);
        await SendAsync().ConfigureAwait(false);
    }

    /// <summary>Sends the headers, with the length of the whole body, and the first half of the body.</summary>
    public async Task SendHalfAsync()
    {
        var whole = Whole();
        http.Response.ContentLength = whole.Length;
        await http.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2)).ConfigureAwait(false);
    }

    /// <summary>Sends the first half of the compressed body, with the length of that half.</summary>
    public async Task SendHalfCompressedAsync()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Whole());
        var half = compressed.ToArray().AsMemory(0, (int)compressed.Length / 2);
        http.Response.Headers.ContentEncoding = "gzip";
        http.Response.ContentLength = half.Length;
        await http.Response.Body.WriteAsync(half).ConfigureAwait(false);
    }

    /// <summary>Sends the whole response, a few bytes at a time.</summary>
    public async Task DripAsync(TimeSpan interval, int bytes)
    {
        await http.Response.StartAsync().ConfigureAwait(false);
        for (var sent = 0; sent < body.Length; sent += bytes)
        {
            if (sent > 0)
                await Task.Delay(interval, clock, http.RequestAborted).ConfigureAwait(false);
            await http.Response.Body.WriteAsync(body.AsMemory(sent, Math.Min(bytes, body.Length - sent))).ConfigureAwait(false);
        }
    }

    /// <summary>Sends nothing more until the client disconnects or the sandbox stops.</summary>
    public async Task StallAsync()
    {
        // Logged now: the response will never come, and a test can read the log while the client still waits.
        entry.Log(status: null);
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The id of the message that an applied request sent, so that the caller can find it.</summary>
    private string? SentMessageId()
    {
        if (body.Length == 0 || entry.Request.Operation != "messages.send" || http.Response.StatusCode is not (200 or 201))
            return null;
        using var response = JsonDocument.Parse(body);
        return response.RootElement.GetProperty("message").GetProperty("id").GetString();
    }

    /// <summary>The body to truncate; a placeholder if the body has less than two bytes and therefore no half.</summary>
    private byte[] Whole()
    {
        if (body.Length >= 2)
            return body;
        (http.Response.StatusCode, http.Response.ContentType) = (200, ApiResponse.JsonType);
        return StandIn;
    }

    private void Forget()
    {
        http.Response.Headers.Clear();
        foreach (var (name, value) in headers)
            http.Response.Headers[name] = value;
    }

    /// <summary>Writes the rate limit as it is after the request, whether or not it counted.</summary>
    private void WriteLimit() => RateLimitHeaders.Write(http.Response.Headers, limits.CounterOf(http.Request.Method).Tightest());
}
