using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using InboxSdk.Pipeline;
using InboxSdk.Tests.Support;
using InboxSdk.V2;
using Microsoft.Extensions.Logging.Abstractions;

namespace InboxSdk.Tests.V2;

/// <summary>Represents a scripted server and its v2 client.</summary>
internal sealed class V2Server : IAsyncDisposable
{
    private const string BasePath = "/api/v2";

    private readonly ScriptedServer _server;

    public V2Server(IEnumerable<ScriptedServer.StubResponse> script, Action<InboxClientOptions>? configure = null, Func<string>? newKey = null)
    {
        _server = new ScriptedServer(script);
        var options = new InboxClientOptions
        {
            Token = ScriptedServerExtensions.Token,
            ApiVersion = InboxApiVersion.V2,
            BaseAddress = new Uri(_server.BaseAddress, BasePath),
            // A wrong response must fail its test at once.
            Retry = { MaxRetries = 0 },
        };
        configure?.Invoke(options);
        var pipeline = new InboxPipeline(options, NullLogger.Instance);
        var httpClient = new HttpClient(pipeline.CreateHandlers(InboxTransport.Create()));
        Client = new InboxClient(httpClient, pipeline);
        Inbox = newKey is null ? Client.V2 : new InboxV2Client(new(httpClient, pipeline, newKey));
    }

    /// <summary>Creates a server that sends these bodies in order.</summary>
    public static V2Server Of([StringSyntax(StringSyntaxAttribute.Json)] params string[] json) => new(json.Select(body => ScriptedServer.StubResponse.Json(200, body)));

    public static V2Server Of(int status, string body) => new([ScriptedServer.StubResponse.Json(status, body)]);

    public InboxClient Client { get; }

    public IInboxV2Client Inbox { get; }

    public IReadOnlyList<ScriptedServer.SeenRequest> Requests => _server.Requests;

    public ScriptedServer.SeenRequest Only => Requests.Should().ContainSingle().Subject;

    /// <summary>Asserts a complete request: its method and path, its decoded query in order, and its body.</summary>
    public static void ShouldBe(
        ScriptedServer.SeenRequest request, string line, IEnumerable<string>? query = null, [StringSyntax(StringSyntaxAttribute.Json)] string? body = null)
    {
        var parts = request.Line.Split(' ');
        var target = parts[1].Split('?');
        $"{parts[0]} {target[0]}".Should().Be(line.Insert(line.IndexOf(' ', StringComparison.Ordinal) + 1, BasePath));
        var parameters = target.Length > 1 ? target[1].Split('&') : [];
        parameters.Select(Uri.UnescapeDataString).Should().Equal(query ?? []);
        request.Headers.Should().Contain("Authorization", $"Bearer {ScriptedServerExtensions.Token}");
        if (body is null)
            request.Body.Should().BeEmpty();
        else
            JsonNode.DeepEquals(JsonNode.Parse(request.Body), JsonNode.Parse(body)).Should().BeTrue("the body was {0}, to be {1}", request.Body, body);
    }

    public void ShouldBe(string line, IEnumerable<string>? query = null, [StringSyntax(StringSyntaxAttribute.Json)] string? body = null) =>
        ShouldBe(Only, line, query, body);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
    }
}
