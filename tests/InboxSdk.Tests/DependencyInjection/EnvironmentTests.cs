using System.Net;
using InboxSdk.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.DependencyInjection;

/// <summary>Tests the effect of the process and the configuration on a client.</summary>
public class EnvironmentTests
{
    private const string Found = """{"prospect":{"id":"p"}}""";

    public static TheoryData<string> Transports => ["none", "sockets", "client", "registered"];

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Loopback_SystemProxy_IsNotAsked(string transport)
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Found));
        await using var proxy = new ScriptedServer(StubResponse.Text(403, "<html>"));
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new ProxyOf(server.BaseAddress, proxy.BaseAddress);
        try
        {
            var options = new InboxClientOptions { Token = "t", BaseAddress = server.BaseAddress };
            await using var provider = new ServiceCollection().Also(services =>
                services.AddInboxClient(own => (own.Token, own.BaseAddress) = ("t", server.BaseAddress))).BuildServiceProvider();
            var inbox = transport switch
            {
                "none" => InboxClient.Create(options),
                "sockets" => InboxClient.Create(options, new SocketsHttpHandler()),
                "client" => InboxClient.Create(options, new HttpClientHandler()),
                _ => provider.GetRequiredService<IInboxClient>(),
            };

            (await inbox.Prospects.GetAsync("p")).Id.Should().Be("p");

            proxy.Requests.Should().BeEmpty();
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Fact]
    public async Task Token_ConfigurationReloaded_IsUsedFromTheNextRequest()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Found), StubResponse.Json(200, Found), StubResponse.Json(200, Found));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Inbox:Token"] = "first", ["Inbox:BaseAddress"] = server.BaseAddress.ToString() }).Build();
        await using var provider = new ServiceCollection().Also(services => services.AddInboxClient(configuration.GetSection("Inbox"))).BuildServiceProvider();
        var inbox = provider.GetRequiredService<IInboxClient>();
        await inbox.Prospects.GetAsync("p");

        configuration["Inbox:Token"] = "second";
        configuration.Reload();
        await inbox.Prospects.GetAsync("p");

        server.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer first", "Bearer second");
    }

    [Fact]
    public async Task Token_OfAKeyedClientReloaded_LeavesTheOthers()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Found), StubResponse.Json(200, Found));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Emea:Token"] = "emea",
            ["Emea:BaseAddress"] = server.BaseAddress.ToString(),
            ["Apac:Token"] = "apac",
            ["Apac:BaseAddress"] = server.BaseAddress.ToString(),
        }).Build();
        await using var provider = new ServiceCollection().Also(services =>
        {
            services.AddKeyedInboxClient("emea", configuration.GetSection("Emea"));
            services.AddKeyedInboxClient("apac", configuration.GetSection("Apac"));
        }).BuildServiceProvider();
        var (emea, apac) = (provider.GetRequiredKeyedService<IInboxClient>("emea"), provider.GetRequiredKeyedService<IInboxClient>("apac"));

        configuration["Emea:Token"] = "emea_2";
        configuration.Reload();
        await emea.Prospects.GetAsync("p");
        await apac.Prospects.GetAsync("p");

        server.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer emea_2", "Bearer apac");
    }

    [Fact]
    public async Task Windows_AnArrayInCodeThenASection_AreTheSections()
    {
        await using var provider = new ServiceCollection().Also(services =>
        {
            services.AddInboxClient(options => options.RateLimit.Writes = new[] { new RateLimitWindow { Limit = 5, Length = TimeSpan.FromMinutes(1) } });
            services.AddInboxClient(Section());
        }).BuildServiceProvider();

        Limits(provider).Should().Equal(7, 70);
    }

    [Fact]
    public async Task Windows_SectionBoundTwice_AreNotDoubled()
    {
        await using var provider = new ServiceCollection().Also(services =>
        {
            services.AddInboxClient(Section());
            services.AddInboxClient(Section());
        }).BuildServiceProvider();

        Limits(provider).Should().Equal(7, 70);
    }

    [Fact]
    public async Task Windows_InCodeAndASectionWithout_AreThoseInCode()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Inbox:Token"] = "t", ["Inbox:ApiVersion"] = "V1" }).Build().GetSection("Inbox");
        await using var provider = new ServiceCollection().Also(services =>
        {
            services.AddInboxClient(options => options.RateLimit.Writes = [new() { Limit = 5, Length = TimeSpan.FromMinutes(1) }]);
            services.AddInboxClient(section);
        }).BuildServiceProvider();

        Limits(provider).Should().Equal(5);
    }

    private static IConfigurationSection Section() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Inbox:Token"] = "t",
        ["Inbox:ApiVersion"] = "V1",
        ["Inbox:RateLimit:Writes:0:Limit"] = "7",
        ["Inbox:RateLimit:Writes:0:Length"] = "00:01:00",
        ["Inbox:RateLimit:Writes:1:Limit"] = "70",
        ["Inbox:RateLimit:Writes:1:Length"] = "01:00:00",
    }).Build().GetSection("Inbox");

    private static IEnumerable<int> Limits(IServiceProvider provider)
    {
        provider.GetRequiredService<IInboxClient>().Should().NotBeNull();
        return provider.GetRequiredService<IOptions<InboxClientOptions>>().Value.RateLimit.Writes!.Select(window => window.Limit);
    }

    // Only for requests of this test, because the default proxy is shared by the process.
    private sealed class ProxyOf(Uri destination, Uri proxy) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri uri) => uri.Authority == destination.Authority ? new Uri(proxy, "/") : null;

        public bool IsBypassed(Uri uri) => uri.Authority != destination.Authority;
    }
}
