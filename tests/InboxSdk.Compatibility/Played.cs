using System.Net;
using System.Text;

namespace InboxSdk.Compatibility;

/// <summary>Represents a call with an outcome: the response of the server, and the number of requests.</summary>
internal sealed class Played(Call call, Outcome outcome, Uri address)
{
    private int _arrivals;

    public Call Call { get; } = call;

    public Outcome Outcome { get; } = outcome;

    /// <summary>Gets the base address for the client.</summary>
    public Uri BaseAddress { get; } = address;

    /// <summary>Gets the number of requests that have arrived.</summary>
    public int Arrivals => Volatile.Read(ref _arrivals);

    public (HttpStatusCode Status, string MediaType, string Body, string? RetryAfter) Respond()
    {
        Interlocked.Increment(ref _arrivals);
        return Outcome switch
        {
            Outcome.Success => (Call.Status, "application/json", Call.Body, null),
            Outcome.Unavailable => (HttpStatusCode.ServiceUnavailable, "application/json", Error("unavailable", 503), null),
            Outcome.RateLimited => (HttpStatusCode.TooManyRequests, "application/json", Error("rateLimited", 429), "0"),
            _ => (HttpStatusCode.OK, "text/html", "<html><body>We will be back soon</body></html>", null),
        };
    }

    /// <summary>Responds as a hand-written fake does, without <see cref="HttpResponseMessage.RequestMessage"/>.</summary>
    public HttpResponseMessage ToResponse()
    {
        var (status, mediaType, body, retryAfter) = Respond();
        var response = new HttpResponseMessage(status);
        if (body.Length > 0)
            response.Content = new StringContent(body, Encoding.UTF8, mediaType);
        if (retryAfter is not null)
            response.Headers.Add("Retry-After", retryAfter);
        return response;
    }

    private string Error(string code, int status) => Call.Version == 1
        ? $$"""{"error":{"code":"{{code}}","message":"Not now.","status":{{status}} } }"""
        : $$"""{"code":"{{code}}","message":"Not now.","requestId":"req1"}""";
}
