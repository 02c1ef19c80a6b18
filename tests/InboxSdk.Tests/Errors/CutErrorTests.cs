using System.Text;
using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Errors;

/// <summary>Once a status line is received, it determines the exception, even if the body is incomplete.</summary>
public class CutErrorTests
{
    private static readonly byte[] Came = """{"error":{"code":"SOME_CODE","message":"Some"""u8.ToArray();

    public static TheoryData<int, string, Type> Cases()
    {
        var cases = new TheoryData<int, string, Type>();
        foreach (var way in new[] { "cut", "cut at once", "cut chunk", "stalled", "no compressed bytes" })
        {
            cases.Add(401, way, typeof(InboxAuthenticationException));
            cases.Add(403, way, typeof(InboxAuthenticationException));
            cases.Add(404, way, typeof(InboxNotFoundException));
            cases.Add(422, way, typeof(InboxValidationException));
            cases.Add(429, way, typeof(InboxRateLimitException));
            cases.Add(500, way, typeof(InboxServerException));
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Error_WhoseBodyIsNotWhole_KeepsItsStatusAndWhatCame(int status, string way, Type type)
    {
        await using var server = new ScriptedServer(Broken(status, way));
        var clock = new TestClock();
        var arrived = new ArrivalHandler();
        using var inbox = InboxClient.Create(
            new() { Token = "t", ApiVersion = InboxApiVersion.V1, BaseAddress = server.BaseAddress, TimeProvider = clock, Retry = { MaxRetries = 0 } }, arrived);

        var call = Record.ExceptionAsync(() => inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" }));
        if (way == "stalled")
        {
            await arrived.Stalled;
            clock.Advance(TimeSpan.FromSeconds(30));
        }

        var exception = await call;

        exception.Should().BeOfType(type);
        var error = (InboxApiException)exception!;
        ((int)error.StatusCode).Should().Be(status);
        (error.AttemptCount, error.MayHaveTakenEffect).Should().Be((1, status == 500));
        if (way is "cut" or "cut chunk" or "stalled")
            (error.Code, error.Body).Should().Be(("SOME_CODE", Encoding.UTF8.GetString(Came)));
    }

    [Fact]
    public async Task CreateTag_RefusedForTheRateLimitByACutResponse_IsRetried()
    {
        await using var server = new ScriptedServer(Broken(429, "cut"), StubResponse.Json(201, """{"tag":{"id":"tag_1","name":"VIP"}}"""));
        using var inbox = server.CreateClient(options => (options.Retry.MaxRetries, options.Retry.BaseDelay, options.RateLimit.IsEnabled) = (1, TimeSpan.FromMilliseconds(1), false));

        (await inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" })).Id.Should().Be("tag_1");
    }

    [Fact]
    public async Task Error_CutPageOfAnIntermediary_IsTheIntermediarys()
    {
        await using var server = new ScriptedServer(StubResponse.Raw(403, "<html><h1>Access de"u8.ToArray(), "Content-Type: text/html", "Content-Length: 500"));
        using var inbox = server.CreateClient();

        (await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("p"))).Should().BeOfType<InboxIntermediaryException>().Which.Body.Should().Be("<html><h1>Access de");
    }

    [Fact]
    public async Task Error_CancelledByTheCallerWhileItsBodyStalls_IsCancelled()
    {
        await using var server = new ScriptedServer(Broken(404, "stalled"));
        var arrived = new ArrivalHandler();
        using var inbox = InboxClient.Create(new() { Token = "t", ApiVersion = InboxApiVersion.V1, BaseAddress = server.BaseAddress }, arrived);
        using var caller = new CancellationTokenSource();

        var call = Record.ExceptionAsync(() => inbox.Prospects.GetAsync("p", cancellationToken: caller.Token));
        await arrived.Stalled;
        await caller.CancelAsync();

        (await call).Should().BeAssignableTo<OperationCanceledException>().Which.Should().NotBeAssignableTo<InboxException>();
    }

    private static StubResponse Broken(int status, string way)
    {
        const string Json = "Content-Type: application/json";
        return way switch
        {
            "cut" => StubResponse.Raw(status, Came, Json, "Content-Length: 500"),
            "cut at once" => StubResponse.Raw(status, [], Json, "Content-Length: 500"),
            "cut chunk" => StubResponse.Raw(status, [.. "1f4\r\n"u8, .. Came], Json, "Transfer-Encoding: chunked"),
            "stalled" => StubResponse.Stall(StubResponse.Raw(status, Came, Json, "Content-Length: 500")),
            _ => StubResponse.Json(status, "no gzip", "Content-Encoding: gzip"),
        };
    }

    /// <summary>Reports when everything that came of a stalled response is read.</summary>
    private sealed class ArrivalHandler() : DelegatingHandler(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All, AllowAutoRedirect = false })
    {
        private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Stalled => _stalled.Task.WaitAsync(TestTimeout.Token());

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var content = new StreamContent(new WatchedStream(await response.Content.ReadAsStreamAsync(cancellationToken), Came.Length, () => _stalled.TrySetResult()));
            foreach (var (name, values) in response.Content.Headers)
                content.Headers.TryAddWithoutValidation(name, values);
            response.Content = content;
            return response;
        }
    }

    /// <summary>Calls back before the first read after a number of bytes.</summary>
    private sealed class WatchedStream(Stream inner, int length, Action onRead) : Stream
    {
        private int _count;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_count >= length)
                onRead();
            var count = await inner.ReadAsync(buffer, cancellationToken);
            _count += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
