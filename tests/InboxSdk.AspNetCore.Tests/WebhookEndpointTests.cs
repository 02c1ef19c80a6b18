using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using InboxSdk.V2;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InboxSdk.AspNetCore.Tests;

public class WebhookEndpointTests
{
    private readonly Received _received = new();

    [Fact]
    public async Task Deliver_Authentic_IsAcceptedAndHandled()
    {
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync);

        using var response = await host.DeliverAsync(WebhookHost.Event("evt_7", 42));

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        var received = await _received.NextAsync();
        (received.Id, received.Seq, received.Type, received.Data).Should().Be(("evt_7", 42, InboxEventType.MessageReceived, new MessageEventData { ThreadId = "t1" }));
        host.Logs.Own.Should().BeEmpty();
    }

    [Theory]
    [InlineData("call.ended")]
    [InlineData("thread.typing")]
    public async Task Deliver_AnyType_IsAccepted(string type)
    {
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync);

        (await host.DeliverAsync(WebhookHost.Event(type: type))).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await _received.NextAsync()).Type.ToString().Should().Be(type);
    }

    [Fact]
    public async Task Deliver_Response_DoesNotWaitForTheHandler()
    {
        var release = new TaskCompletionSource();
        await using var host = await WebhookHost.StartAsync(async (item, token) =>
        {
            await release.Task.WaitAsync(token);
            await _received.HandleAsync(item, token);
        });

        (await host.DeliverAsync()).StatusCode.Should().Be(HttpStatusCode.NoContent);

        _received.Count.Should().Be(0);
        release.SetResult();
        await _received.NextAsync();
    }

    public static TheoryData<string, string[]> Unauthentic() => new()
    {
        { "there is no signature header", [] },
        { "the signature header is malformed", ["v1=abc"] },
        { "the signature header is malformed", ["<valid>" + new string(',', 5000)] },
        { "signed too long ago", ["t=1,v1=00"] },
        { "signed in the future", ["t=99999999999,v1=00"] },
        { "no signature matches", ["<other>"] },
    };

    [Theory]
    [MemberData(nameof(Unauthentic))]
    public async Task Deliver_NotAuthentic_Is401WithoutAReason_WhichTheLogHas(string reason, string[] signatures)
    {
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync);
        var (valid, other) = (host.Sign(WebhookHost.Event()), host.Sign(WebhookHost.Event(), "ibt_wh_other"));

        using var response = await host.SendAsync(
            new StringContent(WebhookHost.Event()), WebhookHost.Path,
            [.. signatures.Select(signature => signature.Replace("<valid>", valid, StringComparison.Ordinal).Replace("<other>", other, StringComparison.Ordinal))]);

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await response.Content.ReadAsStringAsync()).Should().BeEmpty();
        response.Headers.WwwAuthenticate.Should().BeEmpty();
        host.Logs.Own.Should().ContainSingle().Which.Text.Should().Contain(reason).And.NotContain(valid[^64..]).And.NotContain(WebhookHost.Secret);
        _received.Count.Should().Be(0);
    }

    [Fact]
    public async Task Deliver_SeveralSignatureHeaders_Is401()
    {
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync);
        var body = WebhookHost.Event();

        // HttpClient would join them to one line.
        var response = await SendRawAsync(host, Encoding.ASCII.GetBytes(
            $"POST /hooks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Inbox-Signature: {host.Sign(body)}\r\nX-Inbox-Signature: t=1,v1=00\r\nContent-Length: {body.Length}\r\n\r\n{body}"));

        response.Should().StartWith("HTTP/1.1 401 ");
        host.Logs.Own.Should().ContainSingle().Which.Text.Should().Contain("several signature headers");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("""{"webhook_id":"w","events":[]}""")]
    public async Task Deliver_AuthenticButNotAnEvent_Is400(string body)
    {
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync);

        (await host.DeliverAsync(body)).StatusCode.Should().Be(HttpStatusCode.BadRequest);

        host.Logs.Own.Should().ContainSingle().Which.Text.Should().Contain("not an event");
    }

    [Fact]
    public async Task Request_OtherMethod_Is405()
    {
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync);

        (await host.SendAsync(new HttpRequestMessage(HttpMethod.Get, WebhookHost.Path))).StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData(1024, false, HttpStatusCode.BadRequest)]
    [InlineData(1025, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1024, true, HttpStatusCode.BadRequest)]
    [InlineData(1025, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(500_000, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Deliver_SizeOfTheBody_IsBounded(int length, bool isChunked, HttpStatusCode status)
    {
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync, options => options.MaxBodyBytes = 1024);
        var body = new byte[length];

        (await host.SendAsync(isChunked ? new Chunked(body, length) : new ByteArrayContent(body), WebhookHost.Path, host.Sign(body))).StatusCode.Should().Be(status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public async Task Deliver_SmallChunks_CountOnlyTheirBytes(int chunk)
    {
        // The limit of the server counts the framing of chunks.
        await using var host = await WebhookHost.StartAsync(
            (services, options) => services.AddInboxWebhooks(options).AddHandler(_received.HandleAsync),
            configure: options => options.MaxBodyBytes = 1024,
            build: builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 500));
        var body = Encoding.UTF8.GetBytes(WebhookHost.Event(new string('e', 700)));

        (await host.SendAsync(new Chunked(body, chunk), WebhookHost.Path, host.Sign(body))).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await _received.NextAsync()).Id.Should().HaveLength(700);
    }

    [Fact]
    public async Task Deliver_Compressed_IsVerifiedAfterDecompression()
    {
        await using var host = await StartDecompressingAsync();
        var body = WebhookHost.Event("evt_gzip");

        (await host.SendAsync(Gzip(Encoding.UTF8.GetBytes(body)), WebhookHost.Path, host.Sign(body))).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await _received.NextAsync()).Id.Should().Be("evt_gzip");
    }

    [Fact]
    public async Task Deliver_CompressedBomb_Is413()
    {
        await using var host = await StartDecompressingAsync();
        var body = new byte[3 * 1024 * 1024];

        (await host.SendAsync(Gzip(body), WebhookHost.Path, host.Sign(body))).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Deliver_CompressedAndTruncated_IsRejected()
    {
        await using var host = await StartDecompressingAsync();
        var body = Encoding.UTF8.GetBytes(WebhookHost.Event());
        var corrupt = new ByteArrayContent([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF]) { Headers = { { "Content-Encoding", "gzip" } } };

        (await host.SendAsync(corrupt, WebhookHost.Path, host.Sign(body))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("gzip, br")]
    [InlineData("x-gzip")]
    [InlineData("unknown")]
    public async Task Deliver_EncodingThatIsNotDecoded_Is415(string encoding)
    {
        await using var host = await StartDecompressingAsync();

        await ShouldBe415Async(host, encoding);
    }

    [Fact]
    public async Task Deliver_CompressedWithoutDecompression_Is415()
    {
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync);

        await ShouldBe415Async(host, "gzip");
        (await host.SendAsync(new StringContent(WebhookHost.Event()) { Headers = { { "Content-Encoding", "identity" } } }, WebhookHost.Path, host.Sign(WebhookHost.Event())))
            .StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Deliver_QueueIsFull_Is503_UntilAHandlerIsDone()
    {
        var release = new SemaphoreSlim(0);
        var started = new TaskCompletionSource();
        await using var host = await WebhookHost.StartAsync(
            async (item, token) =>
            {
                started.TrySetResult();
                await release.WaitAsync(token);
                await _received.HandleAsync(item, token);
            },
            options => options.QueueCapacity = 1);

        await host.DeliverAsync(WebhookHost.Event("a"));
        await started.Task.WaitAsync(TestTimeout.Token());
        (await host.DeliverAsync(WebhookHost.Event("b"))).StatusCode.Should().Be(HttpStatusCode.NoContent);
        using var rejected = await host.DeliverAsync(WebhookHost.Event("c"));

        rejected.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        rejected.Headers.RetryAfter!.Delta.Should().BePositive();
        release.Release(3);
        (await _received.NextAsync()).Id.Should().Be("a");
        (await _received.NextAsync()).Id.Should().Be("b");
        (await host.DeliverAsync(WebhookHost.Event("c"))).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await _received.NextAsync()).Id.Should().Be("c");
    }

    [Fact]
    public async Task Deliver_BehindOtherMiddleware_IsAccepted()
    {
        await using var host = await WebhookHost.StartAsync(
            (services, options) =>
            {
                services.AddInboxWebhooks(options).AddHandler(_received.HandleAsync);
                services.AddAuthentication().AddBearerToken();
                services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
                services.AddResponseCaching();
                services.AddRequestDecompression();
            },
            application =>
            {
                application.UsePathBase("/base");
                application.UseForwardedHeaders(new() { ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.All });
                application.UseHttpsRedirection();
                application.UseRequestDecompression();
                application.UseResponseCaching();
                application.UseRouting();
                application.UseAuthentication();
                application.UseAuthorization();
            });

        (await host.DeliverAsync(path: "/base/hooks")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        await _received.NextAsync();
    }

    [Fact]
    public async Task Deliver_BodyReadByAnEarlierComponent_IsReadAgainIfBuffered()
    {
        await using var host = await WebhookHost.StartAsync(
            (services, options) => services.AddInboxWebhooks(options).AddHandler(_received.HandleAsync),
            application => application.Use(async (context, next) =>
            {
                context.Request.EnableBuffering();
                await context.Request.Body.CopyToAsync(Stream.Null);
                await next(context);
            }));

        (await host.DeliverAsync()).StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("Content-Length: 500\r\n\r\n{\"id\":", null)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n6\r\n{\"id\":\r\n", null)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzzz\r\n", "400")]
    [InlineData("Content-Length: 0\r\n\r\n", "401")]
    [InlineData("Content-Length: -1\r\n\r\n", "400")]
    public async Task Send_RawRequest_NeverReachesTheHandler(string rest, string? status)
    {
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync);

        var response = await SendRawAsync(host, Encoding.ASCII.GetBytes(
            $"POST /hooks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Inbox-Signature: {host.Sign(WebhookHost.Event())}\r\n{rest}"), isTruncated: status is null);

        // A connection that ends within the body may have no response.
        if (status is null)
            response.Should().NotStartWith("HTTP/1.1 2");
        else
            response.Should().StartWith($"HTTP/1.1 {status} ");
        (await host.DeliverAsync()).StatusCode.Should().Be(HttpStatusCode.NoContent);
        await _received.NextAsync();
        _received.Count.Should().Be(0);
    }

    [Fact]
    public async Task Send_HeaderThatIsNotAscii_IsRejected()
    {
        await using var host = await WebhookHost.StartAsync(_received.HandleAsync);

        foreach (var header in new byte[][] { [0xC3, 0xA9], [0xFF], [0xD9, 0xA3] })
        {
            var response = await SendRawAsync(
                host, [.. "POST /hooks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\nX-Inbox-Signature: t="u8, .. header, .. "\r\n\r\n{}"u8]);

            response.Should().MatchRegex("^HTTP/1.1 (400|401) ");
        }
    }

    private Task<WebhookHost> StartDecompressingAsync() => WebhookHost.StartAsync(
        (services, options) =>
        {
            services.AddRequestDecompression();
            services.AddInboxWebhooks(options).AddHandler(_received.HandleAsync);
        },
        application => application.UseRequestDecompression());

    private static async Task ShouldBe415Async(WebhookHost host, string encoding)
    {
        var body = WebhookHost.Event();
        var content = new StringContent(body) { Headers = { { "Content-Encoding", encoding } } };

        (await host.SendAsync(content, WebhookHost.Path, host.Sign(body))).StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        host.Logs.Own.Should().ContainSingle().Which.Text.Should().Contain("UseRequestDecompression");
    }

    private static ByteArrayContent Gzip(byte[] body)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
            gzip.Write(body);
        return new(buffer.ToArray()) { Headers = { { "Content-Encoding", "gzip" } } };
    }

    private static async Task<string> SendRawAsync(WebhookHost host, byte[] request, bool isTruncated = false)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port, TestTimeout.Token());
        var stream = client.GetStream();
        await stream.WriteAsync(request);
        if (isTruncated)
            client.Client.Shutdown(SocketShutdown.Send);
        try
        {
            return await new StreamReader(stream).ReadToEndAsync(TestTimeout.Token());
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>Sends chunks of the given length.</summary>
    private sealed class Chunked(byte[] body, int length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var chunk in body.Chunk(length))
            {
                await stream.WriteAsync(chunk);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
