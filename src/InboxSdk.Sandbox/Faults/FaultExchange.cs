using System.Text.Json;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.RequestLog;
using InboxSdk.Sandbox.V2;
using Microsoft.AspNetCore.Http;
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

    /// <summary>Sends another answer in place of the API's.</summary>
    public Task ReplaceAsync(Reply reply)
    {
        Forget();
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

    /// <summary>Sends the head, which promises the whole body, and the first half of that.</summary>
    public async Task SendHalfAsync()
    {
        var whole = body;
        // One byte has no half, and an answer without a body would already be whole.
        if (whole.Length < 2)
        {
            whole = StandIn;
            (http.Response.StatusCode, http.Response.ContentType) = (200, Reply.JsonType);
        }

        http.Response.ContentLength = whole.Length;
        await http.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2)).ConfigureAwait(false);
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

    private void Forget()
    {
        http.Response.Headers.Clear();
        foreach (var (name, value) in headers)
            http.Response.Headers[name] = value;
    }
}
