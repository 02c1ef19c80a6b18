using System.Net.Sockets;
using System.Text;

namespace InboxSdk.Sandbox.Tests.WebConsole;

/// <summary>The console is available to this machine only, and not to the pages of other sites in its browser.</summary>
public sealed class ConsoleGuardTests
{
    [Fact]
    public async Task Console_ByDefault_IsOff()
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var http = new HttpClient();

        var endpoint = await http.GetAsync(new Uri(sandbox.BaseAddress, "/sandbox/threads"));

        sandbox.ConsoleAddress.Should().BeNull();
        endpoint.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Page_IsSelfContained_AndForbidsOtherSources()
    {
        await using var api = await ConsoleApi.StartAsync();

        var page = await api.GetAsync("/");
        var script = await api.GetAsync("console/console.js");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Header("Content-Security-Policy").Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        page.Header("X-Content-Type-Options").Should().Be("nosniff");
        page.Text.Should().NotContain("http://").And.NotContain("https://").And.NotContain(api.Sandbox.Token);
        script.ContentHeaders.ContentType!.MediaType.Should().Be("text/javascript");
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("LOCALHOST", 200)]
    [InlineData("evil.example", 403)]
    [InlineData("127.0.0.1.evil.example", 403)]
    [InlineData("localhost.", 403)]
    [InlineData("", 403)]
    public async Task Host_OfAnotherName_IsRejected(string host, int status)
    {
        await using var api = await ConsoleApi.StartAsync();
        foreach (var path in (string[])["/", "/sandbox/threads", "/sandbox/stream", "/sandbox/console/console.js"])
        {
            var expected = status == 200 && path.EndsWith("stream", StringComparison.Ordinal) ? "HTTP/1.1 200" : $"HTTP/1.1 {status}";
            (await StatusLineAsync(api.Sandbox, $"GET {path} HTTP/1.1\r\nHost: {(host.Length == 0 ? "" : $"{host}:{api.Sandbox.ConsoleAddress!.Port}")}\r\n\r\n")).Should().StartWith(expected, path);
        }
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Request_OfAnotherPage_IsRejected(string header, string value)
    {
        await using var api = await ConsoleApi.StartAsync();

        var write = await api.SendAsync(HttpMethod.Post, "state/prospects", """{"count":1}""", (header, value));
        var read = await api.SendAsync(HttpMethod.Get, "threads", null, (header, value));

        write.ShouldBeError(403, "FORBIDDEN");
        read.ShouldBeError(403, "FORBIDDEN");
        api.State.Prospects.Should().HaveCount(50);
        read.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    [Fact]
    public async Task Request_OfItsOwnPage_IsAccepted()
    {
        await using var api = await ConsoleApi.StartAsync();

        var response = await api.SendAsync(
            HttpMethod.Post, "state/prospects", """{"count":1}""", ("Origin", api.Sandbox.ConsoleAddress!.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin"));

        response.Status.Should().Be(HttpStatusCode.OK, response.Text);
        api.State.Prospects.Should().HaveCount(51);
    }

    [Fact]
    public async Task Body_OfAForm_IsRejected()
    {
        await using var api = await ConsoleApi.StartAsync();
        using var form = new StringContent("""{"count":1}""", Encoding.UTF8, "text/plain");

        using var response = await api.Http.PostAsync("state/prospects", form);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        api.State.Prospects.Should().HaveCount(50);
    }

    [Fact]
    public async Task Body_TooLarge_IsRejected()
    {
        await using var api = await ConsoleApi.StartAsync();

        var response = await api.PostAsync("prospects", $$"""{"username":"ada","content":"{{new string('a', 1_048_576)}}"}""");

        response.ShouldBeError(413, "PAYLOAD_TOO_LARGE");
    }

    [Theory]
    [InlineData("GET", "nothing", 404)]
    [InlineData("PUT", "threads", 405)]
    [InlineData("GET", "requests/abc", 404)]
    [InlineData("GET", "threads?folder=other", 400)]
    public async Task Request_OfNoEndpoint_IsAnError(string method, string path, int status)
    {
        await using var api = await ConsoleApi.StartAsync();

        var response = await api.SendAsync(new HttpMethod(method), path);

        ((int)response.Status).Should().Be(status, response.Text);
    }

    private static async Task<string> StatusLineAsync(InboxSandbox sandbox, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, sandbox.ConsoleAddress!.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());
        return (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)))!;
    }
}
