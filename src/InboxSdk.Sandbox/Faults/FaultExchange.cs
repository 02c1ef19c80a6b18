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

/// <summary>What a fault can do to an answer.</summary>
/// <param name="http">The exchange, of which nothing is sent. When the request was applied, the status and headers are those of its answer.</param>
/// <param name="entry">The request's place in the log.</param>
/// <param name="headers">The headers before the request was applied.</param>
/// <param name="body">The body of the answer; empty when there is none.</param>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class FaultExchange(
    HttpContext http, RequestEntry entry, KeyValuePair<string, StringValues>[] headers, byte[] body, TimeProvider clock)
{
    // What is cut off when there is no true answer to cut.
    private static readonly byte[] StandIn = """{"prospect":{"id":"prospect_abc123","platformUsername":"johndoe","name":"John Doe"}}"""u8.ToArray();

    private Socket Socket => http.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;

    /// <summary>Sends another answer in place of the API's.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="isTheApis">Whether it seems to come from the API, and so has its request id.</param>
    public Task ReplaceAsync(Reply reply, bool isTheApis)
    {
        Forget();
        if (!isTheApis)
            http.Response.Headers.Remove("X-Request-Id");
        return reply.SendAsync(http.Response);
    }

    /// <summary>Refuses the request; the stage around the faults writes the error as the API does.</summary>
    public Task RefuseAsync(ApiError error, Func<DateTimeOffset, string?> retryAfter)
    {
        Forget();
        // Null leaves the header out.
        http.Response.Headers.RetryAfter = retryAfter(clock.GetUtcNow());
        throw error;
    }

    /// <summary>Refuses the request with an error of v2, of which the details tell what is known of the request.</summary>
    public Task RefuseAsync(int status, string code, int? retryAfterSeconds)
    {
        Forget();
        var facts = new V2FaultFacts(clock.GetUtcNow(), retryAfterSeconds, SentMessageId());
        if (code == V2Codes.RateLimited)
            RateLimitHeaders.WriteRefusal(http.Response.Headers, V2Codes.SomeLimit, facts.Now, facts.ResetAt);
        throw new ApiError(status, code, "This is a fault that the sandbox was told to make.") { Details = V2Codes.DetailsOf(code, facts) };
    }

    public Task RedirectAsync(int status, Uri target)
    {
        Forget();
        http.Response.Headers.Location = target.AbsoluteUri;
        return Reply.Empty(status).SendAsync(http.Response);
    }

    /// <summary>Resets the connection. Whoever notices finds the request in the log.</summary>
    public void Reset()
    {
        entry.Log(status: null);
        entry.Answered();
        http.Abort();
    }

    /// <summary>Closes the sending side of the connection (FIN) in place of a response, and waits for the client to close its own.</summary>
    public Task CloseAsync()
    {
        // Logged first: the client may look as soon as it sees the end.
        entry.Log(status: null);
        entry.Answered();
        // Past the server, which can end a connection without a response only by a reset.
        Socket.Shutdown(SocketShutdown.Send);
        return Task.Delay(Timeout.InfiniteTimeSpan, clock, http.RequestAborted);
    }

    /// <summary>Sends the response as the API made it.</summary>
    public Task SendAsync() => body.Length == 0 ? http.Response.StartAsync() : http.Response.Body.WriteAsync(body).AsTask();

    /// <summary>Sends a response that is not this request's, and after it the API's own.</summary>
    public async Task SendAfterAsync(byte[] unrequested)
    {
        entry.Log(http.Response.StatusCode);
        entry.Answered();
        var head = string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: {Reply.JsonType}\r\nDate: {http.Response.Headers.Date}\r\nContent-Length: {unrequested.Length}\r\n\r\n");
        // Past the server, which sends one response a request. It is idle: what it sent before has left its buffer.
        byte[] whole = [.. Encoding.ASCII.GetBytes(head), .. unrequested];
        for (var sent = 0; sent < whole.Length;)
            sent += await Socket.SendAsync(whole.AsMemory(sent), http.RequestAborted).ConfigureAwait(false);
        await SendAsync().ConfigureAwait(false);
    }

    /// <summary>Sends the head, which promises the whole body, and the first half of that.</summary>
    public async Task SendHalfAsync()
    {
        var whole = Whole();
        http.Response.ContentLength = whole.Length;
        await http.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2)).ConfigureAwait(false);
    }

    /// <summary>Sends the first half of the compressed body, and a head that promises no more than that.</summary>
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

    /// <summary>Sends the whole answer, a few bytes at a time.</summary>
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

    /// <summary>Sends nothing more until the client goes or the sandbox stops.</summary>
    public async Task StallAsync()
    {
        // Logged now: that no answer comes is certain, and a test may look while the client still waits.
        entry.Log(status: null);
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The message that an applied request sent, so that the caller can look for it.</summary>
    private string? SentMessageId()
    {
        if (body.Length == 0 || entry.Request.Operation != "messages.send" || http.Response.StatusCode is not (200 or 201))
            return null;
        using var answer = JsonDocument.Parse(body);
        return answer.RootElement.GetProperty("message").GetProperty("id").GetString();
    }

    /// <summary>The body to send in part; a made-up one when there is none to cut: one byte has no half, and an empty body is always whole.</summary>
    private byte[] Whole()
    {
        if (body.Length >= 2)
            return body;
        (http.Response.StatusCode, http.Response.ContentType) = (200, Reply.JsonType);
        return StandIn;
    }

    private void Forget()
    {
        http.Response.Headers.Clear();
        foreach (var (name, value) in headers)
            http.Response.Headers[name] = value;
    }
}
