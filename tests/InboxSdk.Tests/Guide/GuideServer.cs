using System.Diagnostics.CodeAnalysis;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace InboxSdk.Tests.Guide;

/// <summary>Represents a server on a real socket that sends the responses of a test, and its client.</summary>
public sealed class GuideServer : IDisposable
{
    public const string Token = "guide-token";

    private const string BasePath = "/api/v1";

    private readonly WireMockServer _server = WireMockServer.Start();

    public GuideServer() => Inbox = InboxClient.Create(new InboxClientOptions
    {
        Token = Token,
        BaseAddress = new Uri(_server.Url + BasePath),
        // A wrong response must fail its test at once.
        Retry = { MaxRetries = 0 },
    });

    public InboxClient Inbox { get; }

    /// <summary>Gets the requests that the server received, oldest first.</summary>
    public IReadOnlyList<SentRequest> Sent => [.. _server.LogEntries.Select(entry => SentRequest.From(entry.RequestMessage!, BasePath))];

    /// <summary>Gets the single request that the server received.</summary>
    public SentRequest Only => Sent.Should().ContainSingle().Subject;

    /// <summary>Sets the response to a method and a path, for any query and body; the test asserts these.</summary>
    public GuideServer Respond(string method, string path, [StringSyntax(StringSyntaxAttribute.Json)] string json, int status = 200)
    {
        _server.Given(Request.Create().UsingMethod(method).WithPath(BasePath + path)).RespondWith(JsonResponse(json, status));
        return this;
    }

    /// <summary>Sets the responses to consecutive requests.</summary>
    public GuideServer RespondInTurn(string method, string path, params string[] json)
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

    /// <summary>Removes all responses and requests.</summary>
    public void Reset() => _server.Reset();

    public void Dispose()
    {
        Inbox.Dispose();
        _server.Dispose();
    }

    private static IResponseBuilder JsonResponse(string json, int status) =>
        Response.Create().WithStatusCode(status).WithHeader("Content-Type", "application/json; charset=utf-8").WithBody(json);
}
