using System.Net;
using InboxSdk.Tests.Support;
using InboxSdk.V2;
using Microsoft.Extensions.DependencyInjection;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Pipeline;

/// <summary>A redirect sends neither the body nor the headers to another origin, for every handler of .NET and however it is wrapped.</summary>
public class RedirectTests
{
    private static readonly Dictionary<string, Func<HttpMessageHandler?>> Transports = new()
    {
        ["the default"] = () => null,
        ["sockets"] = () => new SocketsHttpHandler(),
        ["client handler"] = () => new HttpClientHandler(),
        ["client handler, derived"] = () => new OwnClientHandler(),
        ["client handler, wrapped"] = () => new Wrapper(new HttpClientHandler()),
        ["sockets, wrapped twice"] = () => new Wrapper(new Wrapper(new SocketsHttpHandler())),
    };

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (var transport in Transports.Keys)
        {
            cases.Add(transport, 307);
            cases.Add(transport, 308);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task SendAsync_RedirectedToAnotherOrigin_SendsNothingThere(string transport, int status)
    {
        await using var elsewhere = new ScriptedServer(StubResponse.Json(200, "{}"));
        await using var home = new ScriptedServer(StubResponse.Text(status, "", $"Location: {elsewhere.BaseAddress}/messages"));
        using var inbox = InboxClient.Create(V2Of(home), Transports[transport]());

        var exception = await SendAsync(inbox.V2);

        exception.Should().BeOfType<InboxIntermediaryException>().Which.StatusCode.Should().Be((HttpStatusCode)status);
        home.Requests.Should().ContainSingle().Which.Headers.Should().ContainKey("Idempotency-Key");
        elsewhere.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task SendAsync_RedirectedBehindAWrappedPrimaryHandlerOfTheRegistration_SendsNothingThere()
    {
        await using var elsewhere = new ScriptedServer(StubResponse.Json(200, "{}"));
        await using var home = new ScriptedServer(StubResponse.Text(307, "", $"Location: {elsewhere.BaseAddress}/messages"));
        await using var provider = new ServiceCollection().Also(services => services
            .AddInboxClient(options => (options.Token, options.BaseAddress) = (V2Of(home).Token, V2Of(home).BaseAddress))
            .ConfigurePrimaryHttpMessageHandler(() => new Wrapper(new HttpClientHandler()))).BuildServiceProvider();

        (await SendAsync(provider.GetRequiredService<IInboxV2Client>())).Should().BeOfType<InboxIntermediaryException>();

        home.Requests.Should().ContainSingle();
        elsewhere.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Create_TransportThatFollowsRedirectsAndIsInUse_IsRefused()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, "{}"));
        var transport = new SocketsHttpHandler();
        using var other = new HttpClient(transport);
        await other.GetAsync(server.BaseAddress);

        FluentActions.Invoking(() => InboxClient.Create(V2Of(server), transport)).Should().Throw<InvalidOperationException>();
    }

    private static InboxClientOptions V2Of(ScriptedServer server) =>
        new() { Token = ScriptedServerExtensions.Token, BaseAddress = new Uri(server.BaseAddress, "/api/v2"), Retry = { MaxRetries = 0 } };

    private static Task<Exception?> SendAsync(IInboxV2Client inbox) =>
        Record.ExceptionAsync(() => inbox.Messages.SendAsync(new() { Target = new ThreadTarget("t"), Content = "Between us.", IdempotencyKey = "key" }));

    private sealed class Wrapper(HttpMessageHandler inner) : DelegatingHandler(inner);

    private sealed class OwnClientHandler : HttpClientHandler;
}
