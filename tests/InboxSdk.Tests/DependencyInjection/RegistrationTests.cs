using InboxSdk.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.DependencyInjection;

public class RegistrationTests
{
    private const string Found = """{"prospect":{"id":"prospect_1"}}""";

    [Fact]
    public async Task AddInboxClient_FromCode_RegistersOneWorkingClient()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Found));
        await using var provider = new ServiceCollection().Also(services => services.AddInboxClient(For(server))).BuildServiceProvider();

        var inbox = provider.GetRequiredService<IInboxClient>();

        (await inbox.Prospects.GetAsync("prospect_1")).Id.Should().Be("prospect_1");
        provider.GetRequiredService<IInboxClient>().Should().BeSameAs(inbox);
    }

    [Fact]
    public async Task AddInboxClient_FromConfiguration_ReadsEveryOption()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Inbox:Token"] = "from_configuration",
            ["Inbox:BaseAddress"] = "http://127.0.0.1:5/api/v1",
            ["Inbox:ApiVersion"] = "V1",
            ["Inbox:AttemptTimeout"] = "00:00:07",
            ["Inbox:Deadline"] = "00:01:30",
            ["Inbox:MaxResponseBytes"] = "5000",
            ["Inbox:UserAgentSuffix"] = "MyApp/1.0",
            ["Inbox:Retry:MaxRetries"] = "5",
            ["Inbox:Retry:BaseDelay"] = "00:00:00.250",
            ["Inbox:Retry:MaxDelay"] = "00:00:09",
            ["Inbox:Retry:MaxRetryAfter"] = "00:00:33",
            ["Inbox:RateLimit:BulkReserve"] = "0.25",
            ["Inbox:RateLimit:Writes:0:Limit"] = "300",
            ["Inbox:RateLimit:Writes:0:Length"] = "00:01:00",
            ["Inbox:RateLimit:Writes:1:Limit"] = "10000",
            ["Inbox:RateLimit:Writes:1:Length"] = "01:00:00",
        }).Build();
        await using var provider = new ServiceCollection().Also(services => services.AddInboxClient(configuration.GetSection("Inbox"))).BuildServiceProvider();

        var options = provider.GetRequiredService<IOptionsMonitor<InboxClientOptions>>().CurrentValue;

        options.Should().BeEquivalentTo(new
        {
            Token = "from_configuration",
            BaseAddress = new Uri("http://127.0.0.1:5/api/v1"),
            ApiVersion = InboxApiVersion.V1,
            AttemptTimeout = TimeSpan.FromSeconds(7),
            Deadline = TimeSpan.FromSeconds(90),
            MaxResponseBytes = 5000,
            UserAgentSuffix = "MyApp/1.0",
            Retry = new { MaxRetries = 5, BaseDelay = TimeSpan.FromMilliseconds(250), MaxDelay = TimeSpan.FromSeconds(9), MaxRetryAfter = TimeSpan.FromSeconds(33) },
            RateLimit = new
            {
                BulkReserve = 0.25,
                Reads = (object?)null,
                Writes = new[] { new { Limit = 300, Length = TimeSpan.FromMinutes(1) }, new { Limit = 10_000, Length = TimeSpan.FromHours(1) } },
            },
        });
        provider.GetRequiredService<IInboxClient>().Should().NotBeNull();
    }

    [Fact]
    public async Task AddKeyedInboxClient_TwoAccounts_KeepApart()
    {
        await using var first = new ScriptedServer(StubResponse.Json(200, Found));
        await using var second = new ScriptedServer(StubResponse.Json(200, Found));
        await using var provider = new ServiceCollection().Also(services =>
        {
            services.AddKeyedInboxClient("emea", For(first, "token_emea"));
            services.AddKeyedInboxClient("apac", For(second, "token_apac"));
        }).BuildServiceProvider();

        await provider.GetRequiredKeyedService<IInboxClient>("emea").Prospects.GetAsync("prospect_1");
        await provider.GetRequiredKeyedService<IInboxClient>("apac").Prospects.GetAsync("prospect_1");

        first.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer token_emea");
        second.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer token_apac");
        provider.GetService<IInboxClient>().Should().BeNull();
    }

    [Fact]
    public async Task AddKeyedInboxClient_FromConfiguration_Works()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Found));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Inbox:Token"] = "keyed",
            ["Inbox:BaseAddress"] = server.BaseAddress.ToString(),
        }).Build().GetSection("Inbox");
        await using var provider = new ServiceCollection().Also(services => services.AddKeyedInboxClient("emea", configuration)).BuildServiceProvider();

        await provider.GetRequiredKeyedService<IInboxClient>("emea").Prospects.GetAsync("prospect_1");

        server.Requests[0].Headers["Authorization"].Should().Be("Bearer keyed");
    }

    [Fact]
    public void GetRequiredService_OfTheClass_ReturnsTheSameClient()
    {
        var services = new ServiceCollection();
        services.AddInboxClient(options => options.Token = "t");
        services.AddKeyedInboxClient("emea", options => options.Token = "t");
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<InboxClient>().Should().BeSameAs(provider.GetRequiredService<IInboxClient>());
        provider.GetRequiredKeyedService<InboxClient>("emea").Should().BeSameAs(provider.GetRequiredKeyedService<IInboxClient>("emea"))
            .And.NotBeSameAs(provider.GetRequiredService<InboxClient>());
    }

    [Fact]
    public async Task AddInboxClient_Twice_KeepsOnePipeline()
    {
        await using var server = new ScriptedServer(Enumerable.Repeat(StubResponse.Json(503, "{}"), 20));
        var clock = new TestClock();
        await using var provider = new ServiceCollection().Also(services =>
        {
            services.AddInboxClient(For(server));
            services.AddInboxClient(options =>
            {
                options.TimeProvider = clock;
                options.Retry.MaxRetries = 2;
            });
        }).BuildServiceProvider();

        var call = Record.ExceptionAsync(() => provider.GetRequiredService<IInboxClient>().Prospects.GetAsync("prospect_1"));
        await clock.PassWaitsAsync(call);

        (await call).Should().BeOfType<InboxServerException>();
        server.Requests.Should().HaveCount(3, "retries must not multiply");
        provider.GetServices<IInboxClient>().Should().ContainSingle();
    }

    [Fact]
    public async Task AddInboxClient_MissingToken_FailsTheStartOfTheHost()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton(new InboxEnvironment(_ => null));
        builder.Services.AddInboxClient();
        using var host = builder.Build();

        var exception = await Record.ExceptionAsync(() => host.StartAsync());

        exception.Should().BeOfType<OptionsValidationException>().Which.Message.Should().Contain("INBOX_API_TOKEN").And.Contain("InboxClientOptions.Token");
    }

    [Fact]
    public void AddKeyedInboxClient_MissingToken_NamesTheKeyAndTheSetting()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Inbox:Emea:BaseAddress", "https://inbox.example/api/v2")]).Build();
        using var provider = new ServiceCollection().Also(services => services.AddKeyedInboxClient("emea", configuration.GetSection("Inbox:Emea"))).BuildServiceProvider();

        provider.Invoking(it => it.GetRequiredKeyedService<IInboxClient>("emea")).Should().Throw<OptionsValidationException>().WithMessage(
            "There is no API token for the client with the key 'emea'.*Inbox:Emea:Token in the configuration.").Which.Message.Should().NotContain("INBOX_API_TOKEN");
    }

    [Fact]
    public async Task AddInboxClient_OwnHandler_RunsOnceAnAttemptNearestToTheNetwork()
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"), StubResponse.Json(200, Found));
        var clock = new TestClock();
        var seen = new List<string?>();
        await using var provider = new ServiceCollection().Also(services => services
            .AddInboxClient(options =>
            {
                For(server)(options);
                options.TimeProvider = clock;
                options.Retry.MaxRetries = 1;
            })
            .AddHttpMessageHandler(() => new Spy(request => seen.Add(request.Headers.Authorization?.Scheme)))).BuildServiceProvider();

        var call = provider.GetRequiredService<IInboxClient>().Prospects.GetAsync("prospect_1");
        await clock.PassWaitsAsync(call);
        await call;

        seen.Should().Equal("Bearer", "Bearer");
    }

    [Fact]
    public async Task AddInboxClient_OwnPrimaryHandler_IsUsedAndKeepsRedirectsOff()
    {
        await using var elsewhere = new ScriptedServer(StubResponse.Json(200, Found));
        await using var server = new ScriptedServer(StubResponse.Text(307, "", $"Location: {elsewhere.BaseAddress}/prospects/p"));
        var primary = new HttpClientHandler { UseCookies = false };
        await using var provider = new ServiceCollection().Also(services =>
            services.AddInboxClient(For(server)).ConfigurePrimaryHttpMessageHandler(() => primary)).BuildServiceProvider();

        var exception = await Record.ExceptionAsync(() => provider.GetRequiredService<IInboxClient>().Prospects.GetAsync("p"));

        exception.Should().BeOfType<InboxIntermediaryException>();
        primary.AllowAutoRedirect.Should().BeFalse();
        elsewhere.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task AddInboxClient_ProxyOnTheDefaultHandler_IsUsed()
    {
        await using var proxy = new ScriptedServer(StubResponse.Json(200, Found));
        await using var provider = new ServiceCollection().Also(services => services
            .AddInboxClient(options =>
            {
                options.Token = "t";
                options.BaseAddress = new Uri("http://localhost:1/api/v1");
            })
            .UseSocketsHttpHandler((handler, _) => handler.Proxy = new AlwaysProxy(proxy.BaseAddress))).BuildServiceProvider();

        await provider.GetRequiredService<IInboxClient>().Prospects.GetAsync("prospect_1");

        proxy.Requests.Should().ContainSingle().Which.Line.Should().StartWith("GET http://localhost:1/api/v1/prospects/prospect_1");
    }

    private static Action<InboxClientOptions> For(ScriptedServer server, string token = ScriptedServerExtensions.Token) => options =>
    {
        options.Token = token;
        options.BaseAddress = server.BaseAddress;
    };

    private sealed class Spy(Action<HttpRequestMessage> see) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            see(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class AlwaysProxy(Uri address) : System.Net.IWebProxy
    {
        public System.Net.ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => new(address, "/");

        public bool IsBypassed(Uri host) => false;
    }
}
