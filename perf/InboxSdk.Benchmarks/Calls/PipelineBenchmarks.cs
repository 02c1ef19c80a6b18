using System.Net;
using System.Net.Http.Headers;
using BenchmarkDotNet.Attributes;
using InboxSdk.Pipeline;
using InboxSdk.V2;
using Microsoft.Extensions.Logging.Abstractions;

namespace InboxSdk.Benchmarks.Calls;

/// <summary>Measures the cost of rate limiter, retry, deadline, token and reading of the body for a successful call: <see cref="HttpClient"/> on a handler that responds at once,
/// and the
/// same with the pipeline.</summary>
public class PipelineBenchmarks
{
    private static readonly Uri Address = new("http://127.0.0.1:1/api/v2/colors");
    private static readonly HttpRequestOptionsKey<InboxCall> Call = new(InboxCall.Key);

    private readonly byte[] _buffer = new byte[1024];
    private HttpClient _bare = null!;
    private HttpClient _whole = null!;

    [GlobalSetup]
    public void Start()
    {
        var options = new InboxClientOptions { Token = "token", BaseAddress = new("http://127.0.0.1:1/api/v2"), ApiVersion = InboxApiVersion.V2 };
        // Three windows, as on v2, and never a wait.
        options.RateLimit.Requests = [.. Enumerable.Range(1, 3).Select(seconds => new RateLimitWindow { Limit = 1_000_000_000, Length = TimeSpan.FromSeconds(seconds) })];
        var pipeline = new InboxPipeline(options, NullLogger.Instance);
        _bare = new HttpClient(new StubHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        _bare.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        _whole = new HttpClient(pipeline.CreateHandlers(new StubHandler())) { Timeout = Timeout.InfiniteTimeSpan };
    }

    [Benchmark(Baseline = true, Description = "HttpClient")]
    public Task<int> Bare() => SendAsync(_bare);

    [Benchmark(Description = "HttpClient + the pipeline")]
    public Task<int> Whole() => SendAsync(_whole);

    private async Task<int> SendAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Options.Set(Call, IV2ColorsApi.List.Call(null, default));
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
        // The pipeline has read the body by now; without it, it is read here.
        if (http == _bare)
        {
            await using var body = await response.Content.ReadAsStreamAsync();
            _ = await body.ReadAsync(_buffer);
        }

        return (int)response.StatusCode;
    }

    private sealed class StubHandler : HttpMessageHandler
    {
        private static readonly byte[] Body = "[]"u8.ToArray();

        // With the headers of the API's own responses, as a transport would have read them.
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(Body) };
            response.Headers.Add("X-RateLimit-Limit", "1000000000");
            response.Headers.Add("X-RateLimit-Remaining", "999999999");
            response.Headers.Add("X-Request-Id", "req_0123456789");
            response.Content.Headers.ContentLength = Body.Length;
            return Task.FromResult(response);
        }
    }
}
