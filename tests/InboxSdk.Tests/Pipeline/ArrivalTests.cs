using System.Net;
using InboxSdk.Tests.RateLimiting;
using InboxSdk.Tests.Support;
using InboxSdk.Tests.V2;
using InboxSdk.V2;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Pipeline;

/// <summary>The requests that arrive at the server equal the attempts and permits that the client counts, however the connection ends.</summary>
public class ArrivalTests
{
    public static TheoryData<ConnectionEnd, string, bool> Ways
    {
        get
        {
            var ways = new TheoryData<ConnectionEnd, string, bool>();
            foreach (var end in Enum.GetValues<ConnectionEnd>())
            {
                foreach (var transport in new[] { "own", "proxy", "tunnel" })
                {
                    ways.Add(end, transport, false);
                    ways.Add(end, transport, true);
                }
            }

            return ways;
        }
    }

    /// <summary>Gets each operation of v2, on new and on reused connections, directly, through a proxy and through a tunnel.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Call_NoResponse_ArrivesOnceForEachAttempt(ConnectionEnd end, string transport, bool isKept)
    {
        await using var server = new ClosingServer(end) { RespondedFirst = isKept ? 1 : 0 };
        var quota = new CustomRateLimiter();
        using var inbox = Create(server, transport, quota);

        foreach (var call in OperationCalls.V2)
        {
            var operation = call.Name;
            if (isKept)
                await foreach (var _ in inbox.V2.Tags.ListAsync()) { }
            var (arrivals, permits) = (server.Arrivals.Count, quota.Requests.Count);

            var exception = (await Record.ExceptionAsync(() => call.InvokeAsync(inbox))).Should().BeOfType<InboxTransportException>(operation).Which;

            (server.Arrivals.Count - arrivals).Should().Be(exception.AttemptCount, "{0}, {1}", operation, exception.Message);
            (quota.Requests.Count - permits).Should().Be(exception.AttemptCount, operation);
            exception.MayHaveTakenEffect.Should().Be(!IsRead(operation), operation);
            exception.Message.Should().Contain(Host(server, transport), operation);
            exception.Reason.Should().Be(
                end switch
                {
                    ConnectionEnd.Fin or ConnectionEnd.HalfClose => InboxTransportReason.ConnectionClosed,
                    ConnectionEnd.Reset => InboxTransportReason.ConnectionReset,
                    _ => InboxTransportReason.ResponseIncomplete,
                },
                "{0}: {1}", operation, exception);
        }
    }

    [Fact]
    public async Task Write_ThroughHttpClientHandler_ArrivesOnceForEachAttempt()
    {
        await using var server = new ClosingServer(ConnectionEnd.Fin);
        using var inbox = InboxClient.Create(Options(server, "own", new CustomRateLimiter()), new HttpClientHandler());

        foreach (var call in OperationCalls.V2.Where(call => !IsRead(call.Name)))
        {
            var before = server.Arrivals.Count;

            var exception = (await Record.ExceptionAsync(() => call.InvokeAsync(inbox))).Should().BeOfType<InboxTransportException>(call.Name).Which;

            (server.Arrivals.Count - before).Should().Be(exception.AttemptCount, call.Name);
        }
    }

    [Fact]
    public async Task Read_Retried_ArrivesAsOftenAsItIsSent()
    {
        await using var server = new ClosingServer(ConnectionEnd.Fin);
        var quota = new CustomRateLimiter();
        using var inbox = Create(server, "own", quota, retries: 3);

        var exception = (await Record.ExceptionAsync(() => inbox.V2.Contacts.GetAsync("con1"))).Should().BeOfType<InboxTransportException>().Which;

        exception.AttemptCount.Should().Be(4);
        server.Arrivals.Should().HaveCount(4);
        quota.Requests.Count.Should().Be(4);
    }

    [Fact]
    public async Task Delete_DoneAndItsResponseLost_IsNotTakenForNotFound()
    {
        await using var server = new ClosingServer(ConnectionEnd.Fin);
        using var inbox = Create(server, "own", new CustomRateLimiter());

        var exception = (await Record.ExceptionAsync(() => inbox.V2.Tags.DeleteAsync("VIP"))).Should().BeOfType<InboxTransportException>().Which;

        exception.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = true, Reason = InboxTransportReason.ConnectionClosed });
        server.Arrivals.Should().Equal("DELETE /api/v2/tags/VIP HTTP/1.1");
    }

    [Fact]
    public async Task Write_OfAnEmptyBody_SaysSo()
    {
        await using var server = new ScriptedServer(StubResponse.Json(404, """{"error":{"code":"tagNotFound","message":"None"}}"""), StubResponse.Json(200, """{"id":"con1"}"""));
        using var inbox = server.CreateClient(options => options.BaseAddress = new Uri(server.BaseAddress, "/api/v2"));

        await Record.ExceptionAsync(() => inbox.V2.Tags.DeleteAsync("VIP"));
        await inbox.V2.Contacts.GetAsync("con1");

        server.Requests[0].Headers.Should().Contain("Content-Length", "0").And.NotContainKey("Content-Type").And.NotContainKey("Transfer-Encoding");
        server.Requests[1].Headers.Should().NotContainKey("Content-Length", "a read has no content");
    }

    [Fact]
    public async Task Call_ProxyHangsUpOnConnect_IsOneConnectForEachAttempt()
    {
        await using var proxy = new ClosingServer(ConnectionEnd.Fin) { ToConnect = null };
        using var inbox = Create(proxy, "tunnel", new CustomRateLimiter(), retries: 3);

        var exception = (await Record.ExceptionAsync(() => inbox.V2.Tags.UpdateAsync("VIP", new() { Color = "blue" }))).Should().BeOfType<InboxTransportException>().Which;

        proxy.Arrivals.Should().HaveCount(4).And.OnlyContain(line => line.StartsWith("CONNECT inbox.test:443 "));
        exception.Should().BeEquivalentTo(new { AttemptCount = 4, MayHaveTakenEffect = false, Reason = InboxTransportReason.Proxy });
        exception.Message.Should().Contain($"127.0.0.1:{proxy.Address.Port}").And.Contain("inbox.test:443").And.Contain("This attempt sent nothing.");
    }

    [Theory]
    [InlineData("407 Proxy Authentication Required", 1)]
    [InlineData("403 Forbidden", 1)]
    [InlineData("502 Bad Gateway", 2)]
    public async Task Call_ProxyRefusesTheTunnel_SentNothingAndRetriesNoRefusal(string status, int attempts)
    {
        await using var proxy = new ClosingServer(ConnectionEnd.Fin) { ToConnect = status };
        using var inbox = Create(proxy, "tunnel", new CustomRateLimiter(), retries: 1);

        var exception = (await Record.ExceptionAsync(() => inbox.V2.Tags.UpdateAsync("VIP", new() { Color = "blue" }))).Should().BeOfType<InboxTransportException>().Which;

        proxy.Arrivals.Should().HaveCount(attempts);
        exception.Should().BeEquivalentTo(new { AttemptCount = attempts, MayHaveTakenEffect = false, Reason = InboxTransportReason.Proxy });
        exception.Message.Should().Contain($"127.0.0.1:{proxy.Address.Port}").And.Contain($"status {status[..3]}");
    }

    private static InboxClient Create(ClosingServer server, string transport, IInboxRateLimiter quota, int retries = 0)
    {
        var handler = new SocketsHttpHandler { Proxy = transport == "own" ? null : new WebProxy(server.Address), UseCookies = false };
#pragma warning disable CA5359 // The certificate is created for the test.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        var options = Options(server, transport, quota);
        options.Retry.MaxRetries = retries;
        return InboxClient.Create(options, handler);
    }

    private static InboxClientOptions Options(ClosingServer server, string transport, IInboxRateLimiter quota)
    {
        var options = new InboxClientOptions
        {
            Token = ScriptedServerExtensions.Token,
            BaseAddress = transport switch
            {
                "tunnel" => new Uri("https://inbox.test/api/v2"),
                _ => new Uri(server.Address, "/api/v2"),
            },
        };
        (options.Retry.MaxRetries, options.Retry.BaseDelay, options.RateLimit.Limiter) = (0, TimeSpan.FromMilliseconds(1), quota);
        return options;
    }

    private static string Host(ClosingServer server, string transport) => transport == "tunnel" ? "inbox.test:443" : $"127.0.0.1:{server.Address.Port}";

    private static bool IsRead(string operation) => operation.Split('.')[1] is "list" or "get" or "listMembers" or "getMember" or "history" or "attachment";
}
