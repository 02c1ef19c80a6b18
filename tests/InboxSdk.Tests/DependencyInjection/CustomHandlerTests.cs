using System.Net;
using System.Text;
using InboxSdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.DependencyInjection;

/// <summary>Whatever handlers of the application return or throw, the result is typed and accurate.</summary>
public class CustomHandlerTests
{
    private const string Created = """{"tag":{"id":"t"}}""";

    public static TheoryData<string> Places => ["defaults", "builder", "filter", "primary"];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task CreateTag_ResponseWithoutRequest_Fails503_MayHaveTakenEffect(string place)
    {
        await using var provider = With(place, (_, _, _) => Task.FromResult(Response(HttpStatusCode.ServiceUnavailable, "{}")));

        var exception = await FailAsync(provider);

        exception.Should().BeOfType<InboxServerException>().Which.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = true });
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task CreateTag_ResponseWithoutRequest_Html_IsTyped(string place)
    {
        await using var provider = With(place, (_, _, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent("<html>", Encoding.UTF8, "text/html"),
        }));

        (await FailAsync(provider)).Should().BeOfType<InboxSerializationException>().Which.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = true });
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task CreateTag_ContentSwapped_IsRead(string place)
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, "encrypted"));
        await using var provider = With(
            place,
            async (request, send, cancellationToken) =>
            {
                var response = await send(request, cancellationToken);
                _ = await response.Content.ReadAsStringAsync(cancellationToken);
                response.Content = new StringContent(Created, Encoding.UTF8, "application/json");
                return response;
            },
            server.BaseAddress);

        (await CreateAsync(provider)).Id.Should().Be("t");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task CreateTag_NoResponseAtAll_IsTyped(string place)
    {
        await using var provider = With(place, (_, _, _) => Task.FromResult<HttpResponseMessage>(null!));

        (await FailAsync(provider)).Should().BeOfType<InboxTransportException>().Which.Reason.Should().Be(InboxTransportReason.Handler);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Handler_InTheDefaults_SeesTheHeadersOfTheContent(string place)
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Created, "Content-Language: en"));
        var seen = new List<string?>();
        await using var provider = With(
            place,
            async (request, send, cancellationToken) =>
            {
                var response = await send(request, cancellationToken);
                seen.AddRange([response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentLanguage.SingleOrDefault()]);
                return response;
            },
            server.BaseAddress);

        await CreateAsync(provider);

        seen.Should().Equal("application/json", "en");
    }

    [Theory]
    [InlineData("defaults", false)]
    [InlineData("builder", false)]
    [InlineData("filter", false)]
    [InlineData("primary", true)]
    public async Task CreateTag_HandlerRejects_IsATransportExceptionAndNothingWasSent(string place, bool mayHave)
    {
        await using var provider = With(place, (_, _, _) => throw new BreakerIsOpenException());

        var exception = (await FailAsync(provider)).Should().BeOfType<InboxTransportException>().Which;

        exception.Should().BeEquivalentTo(new { Reason = InboxTransportReason.Handler, MayHaveTakenEffect = mayHave, AttemptCount = mayHave ? 1 : 0 });
        exception.InnerException.Should().BeOfType<BreakerIsOpenException>();
    }

    [Theory]
    [InlineData("defaults")]
    [InlineData("builder")]
    [InlineData("filter")]
    public async Task CreateTag_HandlerFailsAfterTheResponse_MayHaveTakenEffect(string place)
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Created));
        await using var provider = With(
            place,
            async (request, send, cancellationToken) =>
            {
                await send(request, cancellationToken);
                throw new BreakerIsOpenException();
            },
            server.BaseAddress);

        (await FailAsync(provider)).Should().BeOfType<InboxTransportException>().Which.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = true });
    }

    [Fact]
    public async Task CreateTag_HandlerSendsARequestOfItsOwn_MayHaveTakenEffect()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Created));
        await using var provider = With(
            "builder",
            async (request, send, cancellationToken) =>
            {
                await send(new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content }, cancellationToken);
                throw new BreakerIsOpenException();
            },
            server.BaseAddress);

        (await FailAsync(provider)).Should().BeOfType<InboxTransportException>().Which.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = true });
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task GetProspect_HandlerTimesOut_IsRetried(string place)
    {
        var calls = 0;
        await using var provider = With(
            place, (_, _, _) => ++calls == 1 ? throw new StrategyTimeoutException() : Task.FromResult(Response(HttpStatusCode.OK, """{"prospect":{"id":"p"}}""")), retries: 1);

        (await provider.GetRequiredService<IInboxClient>().Prospects.GetAsync("p")).Id.Should().Be("p");

        calls.Should().Be(2);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task CreateTag_HandlerTimesOutAfterItSent_IsATimeoutException(string place)
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"));
        await using var provider = With(
            place,
            async (request, send, cancellationToken) =>
            {
                (await send(request, cancellationToken)).Dispose();
                throw new StrategyTimeoutException();
            },
            server.BaseAddress);

        (await FailAsync(provider)).Should().BeOfType<InboxTimeoutException>().Which.Should().Match<InboxTimeoutException>(exception => exception.MayHaveTakenEffect && exception.AttemptCount == 1);
    }

    public static TheoryData<Exception> Failures { get; } =
    [
        new BreakerIsOpenException(),
        new StrategyTimeoutException(),
        new HttpRequestException("The identity provider does not respond."),
        new TimeoutException("The identity provider does not respond."),
        new TaskCanceledException("The identity provider does not respond."),
        new IOException("The identity provider does not respond."),
    ];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task CreateTag_HandlerFailsBeforeItSends_HasNoEffect(Exception failure)
    {
        await using var server = new ScriptedServer();
        await using var provider = With("builder", (_, _, _) => throw failure, server.BaseAddress);

        var exception = (await FailAsync(provider)).Should().BeAssignableTo<InboxException>().Subject;

        exception.AttemptCount.Should().Be(0);
        exception.MayHaveTakenEffect.Should().BeFalse();
        exception.Message.Should().Contain("custom handler").And.Contain("Nothing was sent");
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task CreateTag_HandlerOnTheBuilderSendsTwice_CountsBoth()
    {
        await using var server = new ScriptedServer(StubResponse.Json(503, "{}"), StubResponse.Json(503, "{}"));
        await using var provider = With(
            "builder",
            async (request, send, cancellationToken) =>
            {
                (await send(request, cancellationToken)).Dispose();
                return await send(request, cancellationToken);
            },
            server.BaseAddress);

        (await FailAsync(provider)).Should().BeOfType<InboxServerException>().Which.AttemptCount.Should().Be(2);
    }

    [Theory]
    [InlineData(503, true)]
    [InlineData(429, false)]
    public async Task CreateTag_HandlerOnTheBuilderSendsTwice_TheFirstDecidesToo(int first, bool mayHave)
    {
        await using var server = new ScriptedServer(StubResponse.Json(first, "{}"), StubResponse.Json(422, """{"error":{"code":"INVALID","message":"No","status":422}}"""));
        await using var provider = With(
            "builder",
            async (request, send, cancellationToken) =>
            {
                (await send(request, cancellationToken)).Dispose();
                return await send(request, cancellationToken);
            },
            server.BaseAddress);

        (await FailAsync(provider)).Should().BeOfType<InboxValidationException>().Which.Should().BeEquivalentTo(new { AttemptCount = 2, MayHaveTakenEffect = mayHave });
    }

    [Fact]
    public async Task CreateTag_HandlerOnTheBuilderSendsTwiceAndCannotConnect_SentNothing()
    {
        using var closed = new ClosedPort();
        await using var provider = With(
            "builder",
            async (request, send, cancellationToken) =>
            {
                await Record.ExceptionAsync(() => send(request, cancellationToken));
                return await send(request, cancellationToken);
            },
            closed.Address);

        (await FailAsync(provider)).Should().BeOfType<InboxTransportException>().Which.Should().BeEquivalentTo(new { AttemptCount = 2, MayHaveTakenEffect = false });
    }

    [Fact]
    public async Task PrimaryHandler_OfTheDefaults_IsUsed()
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => new Playing((_, _, _) => Task.FromResult(Response(HttpStatusCode.OK, Created)))));
        services.AddInboxClient(options => (options.Token, options.BaseAddress) = ("t", new Uri("https://inbox.invalid/api/v1")));
        await using var provider = services.BuildServiceProvider();

        (await CreateAsync(provider)).Id.Should().Be("t");
    }

    [Fact]
    public async Task PrimaryHandler_SocketsHandlerOfTheDefaults_IsConfiguredAndUsed()
    {
        await using var server = new ScriptedServer(StubResponse.Text(307, "", "Location: http://127.0.0.1:1/"));
        var handler = new SocketsHttpHandler();
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => handler));
        services.AddInboxClient(For(server.BaseAddress));
        await using var provider = services.BuildServiceProvider();

        (await FailAsync(provider)).Should().BeOfType<InboxIntermediaryException>();

        handler.Should().BeEquivalentTo(new { AllowAutoRedirect = false, UseCookies = false });
    }

    [Fact]
    public async Task PrimaryHandler_OfABuilderFilter_FollowsNoRedirect()
    {
        await using var elsewhere = new ScriptedServer(StubResponse.Json(200, Created));
        await using var server = new ScriptedServer(StubResponse.Text(307, "", $"Location: {elsewhere.BaseAddress}/tags"));
        var services = new ServiceCollection();
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new Filter(builder => builder.PrimaryHandler = new HttpClientHandler()));
        services.AddInboxClient(For(server.BaseAddress));
        await using var provider = services.BuildServiceProvider();

        (await FailAsync(provider)).Should().BeOfType<InboxIntermediaryException>();

        elsewhere.Requests.Should().BeEmpty();
    }

    [Fact]
    public void ClientFactory_ReplacedByAFake_IsRefusedLoudly()
    {
        using var http = new HttpClient();
        var services = new ServiceCollection();
        services.AddInboxClient(options => options.Token = "t");
        services.AddSingleton<IHttpClientFactory>(new FakeFactory(http));
        using var provider = services.BuildServiceProvider();

        provider.Invoking(services => services.GetRequiredService<IInboxClient>()).Should().Throw<InvalidOperationException>().WithMessage("*ConfigurePrimaryHttpMessageHandler*");
    }

    [Fact]
    public async Task HttpClientActions_Apply()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Created));
        var services = new ServiceCollection();
        services.AddInboxClient(For(server.BaseAddress)).ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("X-Team", "emea"));
        await using var provider = services.BuildServiceProvider();

        await CreateAsync(provider);

        server.Requests[0].Headers.Should().Contain("X-Team", "emea");
    }

    private static ServiceProvider With(string place, Func<HttpRequestMessage, Send, CancellationToken, Task<HttpResponseMessage>> play, Uri? address = null, int retries = 0)
    {
        var services = new ServiceCollection();
        if (place == "defaults")
            services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new Playing(play)));
        if (place == "filter")
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new Filter(builder => builder.AdditionalHandlers.Insert(0, new Playing(play))));
        var client = services.AddInboxClient(options =>
        {
            For(address ?? new Uri("http://127.0.0.1:1/api/v1"))(options);
            (options.Retry.MaxRetries, options.Retry.BaseDelay) = (retries, TimeSpan.FromMilliseconds(1));
        });
        if (place == "builder")
            client.AddHttpMessageHandler(() => new Playing(play));
        if (place == "primary")
            client.ConfigurePrimaryHttpMessageHandler(() => new Playing(play) { InnerHandler = new SocketsHttpHandler() });
        return services.BuildServiceProvider();
    }

    private static Action<InboxClientOptions> For(Uri address) => options => (options.Token, options.BaseAddress, options.Retry.MaxRetries) = ("t", address, 0);

    private static Task<Tag> CreateAsync(IServiceProvider provider) => provider.GetRequiredService<IInboxClient>().Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" });

    private static async Task<Exception> FailAsync(IServiceProvider provider) => await Record.ExceptionAsync(() => CreateAsync(provider));

    private static HttpResponseMessage Response(HttpStatusCode status, string json) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private delegate Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellationToken);

    private sealed class Playing(Func<HttpRequestMessage, Send, CancellationToken, Task<HttpResponseMessage>> play) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => play(request, base.SendAsync, cancellationToken);
    }

    private sealed class Filter(Action<HttpMessageHandlerBuilder> configure) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            configure(builder);
        };
    }

    private sealed class FakeFactory(HttpClient client) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => client;
    }

    private sealed class BreakerIsOpenException : Exception;

    private sealed class StrategyTimeoutException : Exception;
}
