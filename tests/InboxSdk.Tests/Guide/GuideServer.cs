using System.Diagnostics.CodeAnalysis;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace InboxSdk.Tests.Guide;

/// <summary>A server on a real socket that answers what a test tells it to, and a client that talks to it.</summary>
public sealed class GuideServer : IDisposable
{
    public const string Token = "guide-token";

    private const string BasePath = "/api/v1";

    private readonly WireMockServer _server = WireMockServer.Start();

    public GuideServer() => Inbox = InboxClient.Create(new InboxClientOptions
    {
        Token = Token,
        BaseAddress = new Uri(_server.Url + BasePath),
        // A request that is answered wrongly must fail its test at once.
        Retry = { MaxRetries = 0 },
    });

    public InboxClient Inbox { get; }

    /// <summary>Gets what reached the server, oldest first.</summary>
    public IReadOnlyList<SentRequest> Sent => [.. _server.LogEntries.Select(entry => SentRequest.From(entry.RequestMessage!, BasePath))];

    /// <summary>Gets the one request that reached the server.</summary>
    public SentRequest Only => Sent.Should().ContainSingle().Subject;

    /// <summary>Answers a method and a path, whatever the query and the body: what was sent is for the test to assert.</summary>
    public GuideServer Answer(string method, string path, [StringSyntax(StringSyntaxAttribute.Json)] string json, int status = 200)
    {
        _server.Given(Request.Create().UsingMethod(method).WithPath(BasePath + path)).RespondWith(JsonResponse(json, status));
        return this;
    }

    /// <summary>Answers one request after the other, then none.</summary>
    public GuideServer AnswerInTurn(string method, string path, params string[] json)
    {
        for (var turn = 0; turn < json.Length; turn++)
        {
            var step = _server.Given(Request.Create().UsingMethod(method).WithPath(BasePath + path)).InScenario(path);
            if (turn > 0)
                step = step.WhenStateIs(turn);
            step.WillSetStateTo(turn + 1).RespondWith(JsonResponse(json[turn], status: 200));
        }

        return this;
    }

    /// <summary>Forgets all answers and requests.</summary>
    public void Reset() => _server.Reset();

    public void Dispose()
    {
        Inbox.Dispose();
        _server.Dispose();
    }

    private static IResponseBuilder JsonResponse(string json, int status) =>
        Response.Create().WithStatusCode(status).WithHeader("Content-Type", "application/json; charset=utf-8").WithBody(json);
}
