using InboxSdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Pipeline;

public class AuthenticationTests
{
    private const string Found = """{"prospect":{"id":"prospect_1"}}""";

    [Fact]
    public async Task Get_TokenProvider_IsAskedForEachAttempt()
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"), StubResponse.Json(200, Found));
        var clock = new TestClock();
        var asked = 0;
        using var inbox = server.CreateClient(options =>
        {
            options.Token = null;
            options.TokenProvider = _ => new($"rotating_{++asked}");
            options.Retry.MaxRetries = 1;
            options.TimeProvider = clock;
        });

        var call = inbox.Prospects.GetAsync("prospect_1");
        await clock.PassWaitsAsync(call);
        await call;

        server.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer rotating_1", "Bearer rotating_2");
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\r\nX-Injected: 1")]
    [InlineData("tökén")]
    public async Task Get_TokenProviderReturnsNoToken_SendsNothingAndHidesTheValue(string token)
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Found));
        using var inbox = server.CreateClient(options =>
        {
            options.Token = null;
            options.TokenProvider = _ => new(token);
        });

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));

        exception.Should().BeOfType<InboxException>().Which.Message.Should().Contain("TokenProvider");
        if (token.Length > 0)
            exception!.ToString().Should().NotContain(token);
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Get_TokenProviderThrows_SaysSoAndSendsNothing()
    {
        await using var server = new ScriptedServer();
        using var inbox = server.CreateClient(options =>
        {
            options.Token = null;
            options.TokenProvider = _ => throw new HttpRequestException("The vault is sealed.");
        });

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("prospect_1", new() { Notes = "x" }));

        exception.Should().BeOfType<InboxException>("a fault of the vault is none of Inbox").Which.Should().BeEquivalentTo(new { AttemptCount = 0, MayHaveTakenEffect = false });
        exception!.Message.Should().Contain("TokenProvider");
        exception.InnerException.Should().BeOfType<HttpRequestException>();
        server.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UpdateContext_TokenTakesTooLong_IsATimeoutThatSentNothing(bool heedsItsToken)
    {
        var clock = new TestClock();
        await using var server = new ScriptedServer();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var inbox = server.CreateClient(options =>
        {
            options.TimeProvider = clock;
            options.AttemptTimeout = TimeSpan.FromSeconds(10);
            options.Token = null;
            options.TokenProvider = async token =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.Infinite, heedsItsToken ? token : default);
                return "never";
            };
        });

        var call = Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("prospect_1", new() { Notes = "x" }));
        await asked.Task.WaitAsync(TestTimeout.Token());
        clock.Advance(TimeSpan.FromSeconds(10));

        (await call.WaitAsync(TestTimeout.Token())).Should().BeOfType<InboxTimeoutException>().Which.Should().BeEquivalentTo(new { AttemptCount = 0, MayHaveTakenEffect = false });
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Get_CancelledWhileTheTokenIsFetched_StaysACancellation()
    {
        await using var server = new ScriptedServer();
        using var cancellation = new CancellationTokenSource();
        using var inbox = server.CreateClient(options =>
        {
            options.Token = null;
            options.TokenProvider = async token =>
            {
                await cancellation.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
                return "never";
            };
        });

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1", cancellationToken: cancellation.Token));

        exception.Should().BeAssignableTo<OperationCanceledException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Update_BaseAddressChangedBehindTheSdk_KeepsTheTokenHome(bool inDefaults)
    {
        await using var home = new ScriptedServer();
        await using var elsewhere = new ScriptedServer(StubResponse.Json(200, Found));
        using var provider = Services(home, services =>
        {
            if (inDefaults)
                services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new Redirector(elsewhere.BaseAddress)));
            else
                services.AddInboxClient().AddHttpMessageHandler(() => new Redirector(elsewhere.BaseAddress));
        });

        var exception = await Record.ExceptionAsync(() => provider.GetRequiredService<IInboxClient>().Prospects.UpdateAsync("prospect_1", new() { Notes = "x" }));

        exception.Should().BeOfType<InboxException>().Which.Should().BeEquivalentTo(new { AttemptCount = 0, MayHaveTakenEffect = false });
        exception!.Message.Should().Contain("another origin");
        elsewhere.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task AnyFailure_NeverShowsTheToken()
    {
        const string Canary = "ibt_canary_7f3a9c";
        StubResponse[] responses = [
            StubResponse.Json(401, $$"""{"error":"Unauthorized","message":"Invalid token"}"""), StubResponse.Json(500, "{}"), StubResponse.Text(200, "<html>"),
            StubResponse.Disconnect(), StubResponse.Text(302, "", "Location: https://example.com/"), StubResponse.Json(429, "{}")];
        await using var server = new ScriptedServer(responses);
        using var inbox = server.CreateClient(options => options.Token = Canary);

        for (var i = 0; i < responses.Length; i++)
        {
            var exception = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));
            exception.Should().BeAssignableTo<InboxException>();
            Shown.Of(exception).Should().NotContain(Canary);
        }

        server.Requests.Should().HaveCount(responses.Length).And.OnlyContain(request => request.Headers["Authorization"] == $"Bearer {Canary}");
    }

    private static ServiceProvider Services(ScriptedServer server, Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        configure(services);
        services.AddInboxClient(options =>
        {
            options.Token = ScriptedServerExtensions.Token;
            options.BaseAddress = server.BaseAddress;
        });
        return services.BuildServiceProvider();
    }

    private sealed class Redirector(Uri target) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(target, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
