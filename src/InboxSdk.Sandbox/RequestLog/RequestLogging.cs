using System.Globalization;
using System.Text;
using InboxSdk.Sandbox.Http;
using InboxSdk.Sandbox.WebConsole;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace InboxSdk.Sandbox.RequestLog;

/// <summary>Middleware that reads the body, adds a date and a request id to the response, and logs the exchange.</summary>
internal sealed class RequestLogging(SandboxRequestLog log, TimeProvider clock, Func<HttpContext, string?> operationOf, RequestDelegate next)
{
    private const int LoggedBodyBytes = 65_536;
    private long _count;

    public async Task InvokeAsync(HttpContext http)
    {
        var receivedAt = clock.GetUtcNow();
        var requestId = string.Create(CultureInfo.InvariantCulture, $"req_{Interlocked.Increment(ref _count):D8}");
        http.Response.Headers.Date = receivedAt.ToString("R", CultureInfo.InvariantCulture);
        http.Response.Headers["X-Request-Id"] = requestId;

        var entry = new RequestEntry(log, Describe(http, receivedAt));
        http.Features.Set(entry);
        // Logged just before the first byte of the response is sent: when the client has the response, the request is in the log.
        http.Response.OnStarting(() =>
        {
            entry.Log(http.Response.StatusCode);
            entry.Complete();
            return Task.CompletedTask;
        });
        try
        {
            var body = await RequestBody.ReadAsync(http).ConfigureAwait(false);
            http.Features.Set(body);
            entry.Request = entry.Request with { Body = Encoding.UTF8.GetString(body.Bytes.AsSpan(0, Math.Min(body.Bytes.Length, LoggedBodyBytes))) };
            http.Features.Get<Exchange>()?.Begin(entry);
            await next(http).ConfigureAwait(false);
        }
        finally
        {
            entry.Log(status: null);
            entry.Complete();
        }
    }

    private SandboxRequest Describe(HttpContext http, DateTimeOffset receivedAt)
    {
        // The raw target, so that tests can check how a client encodes a path.
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        return new SandboxRequest
        {
            Method = http.Request.Method,
            Path = mark < 0 ? target : target[..mark],
            Operation = operationOf(http),
            Query = mark < 0 ? "" : target[(mark + 1)..],
            Headers = http.Request.Headers.ToDictionary(header => header.Key, ValueOf, StringComparer.OrdinalIgnoreCase),
            Body = "",
            StatusCode = null,
            ReceivedAt = receivedAt,
        };
    }

    private static string ValueOf(KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> header) =>
        header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? "[redacted]" : string.Join(", ", header.Value.ToArray());
}
