using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace InboxSdk.Benchmarks.Calls;

/// <summary>One call and one page, by hand and by libraries: over loopback to a server in another process, and on a handler that answers at once.</summary>
public class CallBenchmarks
{
    private readonly List<IDisposable> _owned = [];
    private HttpClient _http = null!;
    private IPlainApi _refit = null!;
    private IPlainApi _resilient = null!;
    private IInboxClient _inbox = null!;
    private Process? _server;

    public enum Transport
    {
        Loopback,
        Stub,
    }

    [ParamsAllValues]
    public Transport Over { get; set; }

    [GlobalSetup]
    public async Task StartAsync()
    {
        var address = new Uri("http://127.0.0.1:1/api/v1");
        Func<HttpMessageHandler> primary = () => new SocketsHttpHandler();
        if (Over == Transport.Loopback)
        {
            (_server, address) = CallServer.Start();
        }
        else
        {
            var (prospect, threads) = await CallServer.BodiesAsync();
            primary = () => new StubHandler(prospect, threads);
        }

        _http = new HttpClient(primary()) { BaseAddress = new Uri(address + "/") };
        Authorize(_http);
        _refit = Refit(address, primary, services => services);
        _resilient = Refit(address, primary, services =>
        {
            services.AddStandardResilienceHandler();
            return services;
        });

        var own = new ServiceCollection();
        own.AddInboxClient(options =>
        {
            (options.Token, options.BaseAddress) = ("token", address);
            // The pacing is on, and wide enough never to wait.
            options.Quota.Reads = [new() { Limit = 1_000_000, Length = TimeSpan.FromSeconds(1) }];
        }).ConfigurePrimaryHttpMessageHandler(primary);
        _inbox = Keep(own.BuildServiceProvider()).GetRequiredService<IInboxClient>();
    }

    [GlobalCleanup]
    public void Stop()
    {
        _http.Dispose();
        _owned.ForEach(one => one.Dispose());
        _server?.Kill();
    }

    [Benchmark(Description = "one prospect: HttpClient by hand")]
    public async Task<object?> OneByHand() =>
        (await _http.GetFromJsonAsync("prospects/prospect_abc123", PlainJsonContext.Default.PlainProspectAnswer, CancellationToken.None))!.Prospect;

    [Benchmark(Description = "one prospect: Refit")]
    public async Task<object?> OneByRefit() => (await _refit.GetProspectAsync("prospect_abc123", CancellationToken.None)).Prospect;

    [Benchmark(Description = "one prospect: Refit, standard resilience")]
    public async Task<object?> OneByResilientRefit() => (await _resilient.GetProspectAsync("prospect_abc123", CancellationToken.None)).Prospect;

    [Benchmark(Description = "one prospect: InboxSdk")]
    public async Task<object?> OneByInboxSdk() => await _inbox.Prospects.GetAsync("prospect_abc123");

    [Benchmark(Description = "50 threads: HttpClient by hand")]
    public async Task<object?> PageByHand() => (await _http.GetFromJsonAsync("threads?limit=50", PlainJsonContext.Default.PlainThreadsAnswer, CancellationToken.None))!.Threads;

    [Benchmark(Description = "50 threads: Refit")]
    public async Task<object?> PageByRefit() => (await _refit.ListThreadsAsync(50, CancellationToken.None)).Threads;

    [Benchmark(Description = "50 threads: Refit, standard resilience")]
    public async Task<object?> PageByResilientRefit() => (await _resilient.ListThreadsAsync(50, CancellationToken.None)).Threads;

    [Benchmark(Description = "50 threads: InboxSdk")]
    public async Task<object?> PageByInboxSdk()
    {
        await foreach (var page in _inbox.Threads.ListAsync().AsPages(pageSize: 50))
            return page.Items;
        return null;
    }

    private IPlainApi Refit(Uri address, Func<HttpMessageHandler> primary, Func<IHttpClientBuilder, IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        var settings = new RefitSettings(new SystemTextJsonContentSerializer(new JsonSerializerOptions(PlainJsonContext.Default.Options) { TypeInfoResolver = PlainJsonContext.Default }));
        var builder = services.AddHttpClient("plain", http =>
        {
            http.BaseAddress = address;
            Authorize(http);
        }).ConfigurePrimaryHttpMessageHandler(primary);
        configure(builder);
        return RestService.For<IPlainApi>(Keep(services.BuildServiceProvider()).GetRequiredService<IHttpClientFactory>().CreateClient("plain"), settings);
    }

    private T Keep<T>(T disposable)
        where T : IDisposable
    {
        _owned.Add(disposable);
        return disposable;
    }

    private static void Authorize(HttpClient http) => http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");

    private sealed class StubHandler(byte[] prospect, byte[] threads) : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue Json = new("application/json");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new ByteArrayContent(request.RequestUri!.AbsolutePath.EndsWith("threads", StringComparison.Ordinal) ? threads : prospect) { Headers = { ContentType = Json } },
            });
    }
}
