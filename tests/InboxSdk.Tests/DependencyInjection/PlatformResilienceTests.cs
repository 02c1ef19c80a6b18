using InboxSdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.DependencyInjection;

/// <summary>Handlers that a platform adds to every HTTP client, such as the service defaults of .NET Aspire, are not added to the client of the SDK.</summary>
public class PlatformResilienceTests
{
    private const string Created = """{"tag":{"id":"t"}}""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CreateTag_StandardPipelineInTheDefaults_IsSentOnce(bool defaultsFirst)
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"), StubResponse.Json(200, Created));
        await using var provider = new ServiceCollection().Also(services =>
        {
            if (defaultsFirst)
                services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler(AtOnce));
            services.AddInboxClient(For(server));
            if (!defaultsFirst)
                services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler(AtOnce));
        }).BuildServiceProvider();

        (await Record.ExceptionAsync(() => CreateTagAsync(provider.GetRequiredService<IInboxClient>()))).Should().BeOfType<InboxServerException>();

        server.Requests.Should().ContainSingle("a second request would be a second tag");
    }

    [Fact]
    public async Task CreateTag_StandardPipelineInTheDefaults_OfAKeyedClient_IsSentOnce()
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"), StubResponse.Json(200, Created));
        await using var provider = new ServiceCollection().Also(services =>
        {
            services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler(AtOnce));
            services.AddKeyedInboxClient("emea", For(server));
        }).BuildServiceProvider();

        await Record.ExceptionAsync(() => CreateTagAsync(provider.GetRequiredKeyedService<IInboxClient>("emea")));

        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task CreateTag_TimeoutInTheDefaults_DoesNotCutTheWaitForTheQuota()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Created), StubResponse.Json(200, Created));
        var clock = new TestClock();
        await using var provider = new ServiceCollection().Also(services =>
        {
            services.ConfigureHttpClientDefaults(http => http.AddResilienceHandler("all", (pipeline, _) =>
            {
                pipeline.TimeProvider = clock;
                pipeline.AddTimeout(TimeSpan.FromSeconds(10));
            }));
            services.AddInboxClient(options =>
            {
                For(server)(options);
                options.TimeProvider = clock;
                options.RateLimit.Writes = [new() { Limit = 1, Length = TimeSpan.FromMinutes(1) }];
            });
        }).BuildServiceProvider();
        var inbox = provider.GetRequiredService<IInboxClient>();
        await CreateTagAsync(inbox);

        var call = CreateTagAsync(inbox);
        var waits = await clock.PassWaitsAsync(call);

        (await call).Id.Should().Be("t");
        waits.Should().Contain(wait => wait > TimeSpan.FromSeconds(50));
    }

    [Fact]
    public async Task CreateTag_PipelineOnTheBuilder_IsTheApplicationsOwnAndStays()
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"), StubResponse.Json(200, Created));
        await using var provider = new ServiceCollection().Also(services =>
            services.AddInboxClient(For(server)).AddStandardResilienceHandler(AtOnce)).BuildServiceProvider();

        (await CreateTagAsync(provider.GetRequiredService<IInboxClient>())).Id.Should().Be("t");

        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task CreateTag_OtherHandlersInTheDefaults_Stay()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Created));
        await using var provider = new ServiceCollection().Also(services =>
        {
            services.ConfigureHttpClientDefaults(http => http
                .AddHttpMessageHandler(() => new Tracing())
                .AddStandardResilienceHandler(AtOnce));
            services.AddInboxClient(For(server));
        }).BuildServiceProvider();

        await CreateTagAsync(provider.GetRequiredService<IInboxClient>());

        server.Requests.Should().ContainSingle().Which.Headers.Should().Contain("X-Trace", "of the platform");
    }

    private static Task<Tag> CreateTagAsync(IInboxClient inbox) => inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" });

    private static Action<InboxClientOptions> For(ScriptedServer server) => options =>
        (options.Token, options.BaseAddress, options.Retry.MaxRetries) = (ScriptedServerExtensions.Token, server.BaseAddress, 0);

    private static void AtOnce(HttpStandardResilienceOptions options) =>
        (options.Retry.Delay, options.Retry.BackoffType, options.Retry.UseJitter) = (TimeSpan.Zero, DelayBackoffType.Constant, false);

    private sealed class Tracing : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Trace", "of the platform");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
