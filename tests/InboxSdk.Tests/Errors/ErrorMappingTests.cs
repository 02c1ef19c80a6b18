using System.Net;
using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Errors;

public class ErrorMappingTests
{
    [Theory]
    [InlineData(400, typeof(InboxValidationException))]
    [InlineData(401, typeof(InboxAuthenticationException))]
    [InlineData(403, typeof(InboxAuthenticationException))]
    [InlineData(404, typeof(InboxNotFoundException))]
    [InlineData(405, typeof(InboxApiException))]
    [InlineData(409, typeof(InboxConflictException))]
    [InlineData(418, typeof(InboxApiException))]
    [InlineData(422, typeof(InboxValidationException))]
    [InlineData(429, typeof(InboxRateLimitException))]
    [InlineData(500, typeof(InboxServerException))]
    [InlineData(503, typeof(InboxServerException))]
    [InlineData(599, typeof(InboxServerException))]
    public async Task Get_ErrorStatus_ThrowsItsType(int status, Type type)
    {
        var exception = await FailAsync(StubResponse.Json(
            status, $$$"""{"error":{"code":"SOME_CODE","message":"Something happened","status":{{{status}}}}}""", "X-Request-Id: req_1"));

        exception.Should().BeOfType(type);
        exception.StatusCode.Should().Be((HttpStatusCode)status);
        exception.Code.Should().Be("SOME_CODE");
        exception.RequestId.Should().Be("req_1");
        exception.AttemptCount.Should().Be(1);
        exception.Message.Should().StartWith($"prospects.get: {status} SOME_CODE: Something happened.");
        exception.Body.Should().Contain("Something happened");
    }

    [Theory]
    [InlineData(401, "INBOX_API_TOKEN")]
    [InlineData(403, "lacks the permission")]
    public async Task Get_UnauthorizedInTheSecondForm_ReadsTheMessageAndSaysWhatToDo(int status, string advice)
    {
        var exception = await FailAsync(StubResponse.Json(status, """{"error":"Unauthorized","message":"Invalid API token"}"""));

        exception.Code.Should().BeNull();
        exception.Message.Should().Contain("Invalid API token").And.Contain(advice);
    }

    [Fact]
    public async Task Get_RateLimited_ReportsEverythingTheServerSaid()
    {
        var exception = await FailAsync(StubResponse.Json(
            429, """{"error":{"code":"RATE_LIMITED","message":"Too many requests","status":429}}""",
            "Retry-After: 12", "X-RateLimit-Limit: 100", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1793620812"));

        var limit = exception.Should().BeOfType<InboxRateLimitException>().Subject;
        limit.RetryAfter.Should().Be(TimeSpan.FromSeconds(12));
        limit.Limit.Should().Be(100);
        limit.Remaining.Should().Be(0);
        limit.Reset.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1793620812));
        limit.Message.Should().Contain("12 s");
    }

    [Fact]
    public async Task Get_RateLimitedWithGarbageHeaders_LeavesThemOut()
    {
        var exception = await FailAsync(StubResponse.Json(
            429, "{}", "Retry-After: never", "X-RateLimit-Limit: many", "X-RateLimit-Remaining: -1", "X-RateLimit-Reset: 99999999999999999"));

        var limit = exception.Should().BeOfType<InboxRateLimitException>().Subject;
        limit.RetryAfter.Should().BeNull();
        limit.Limit.Should().BeNull();
        limit.Remaining.Should().BeNull();
        limit.Reset.Should().BeNull();
    }

    [Fact]
    public async Task Get_HtmlError_KeepsTheStatusAndSaysItIsNotTheApi()
    {
        var exception = await FailAsync(StubResponse.Text(502, "<html><body>Bad gateway</body></html>", "Content-Type: text/html; charset=utf-8"));

        exception.Should().BeOfType<InboxServerException>();
        exception.Code.Should().BeNull();
        exception.Message.Should().Contain("502").And.Contain("text/html");
        exception.Body.Should().Contain("Bad gateway");
    }

    [Theory]
    [InlineData(InboxApiVersion.V1)]
    [InlineData(InboxApiVersion.V2)]
    public async Task Delete_SuccessWithHtml_IsNotTakenForDone(InboxApiVersion version)
    {
        StubResponse html = StubResponse.Text(200, "<html></html>", "Content-Type: text/html"), tag = StubResponse.Json(200, """{"id":"tag1"}""");
        await using var server = new ScriptedServer(version == InboxApiVersion.V1 ? [html] : [tag, html]);
        using var inbox = server.CreateClient(options =>
        {
            if (version == InboxApiVersion.V2)
                (options.ApiVersion, options.BaseAddress) = (version, new Uri(server.BaseAddress, "/api/v2"));
        });

        var exception = await Record.ExceptionAsync(() => inbox.Tags.DeleteAsync("tag1"));

        exception.Should().BeOfType<InboxSerializationException>().Which.Should().BeEquivalentTo(new { AttemptCount = 1, MayHaveTakenEffect = true });
        exception!.Message.Should().Contain("text/html");
        server.Requests[^1].Line.Should().StartWith("DELETE ");
    }

    [Theory]
    [InlineData("add")]
    [InlineData("remove")]
    public async Task ContactTag_SuccessWithHtml_IsNotTakenForDone(string what)
    {
        await using var server = new ScriptedServer(StubResponse.Text(200, "<html></html>", "Content-Type: text/html"));
        using var inbox = server.CreateClient(options => (options.ApiVersion, options.BaseAddress) = (InboxApiVersion.V2, new Uri(server.BaseAddress, "/api/v2")));

        var result = await new BulkContextUpdater(inbox)
            .UpdateAllAsync([new("contact1", what == "add" ? new() { AddTagIds = ["tag1"] } : new() { RemoveTagIds = ["tag1"] })]);

        result.Should().BeEquivalentTo(new { SucceededCount = 0L, IndeterminateCount = 1L });
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"error\":7}")]
    [InlineData("{\"error\":{\"code\":7,\"message\":[]}}")]
    [InlineData("{\"error\":")]
    [InlineData("plain words")]
    [InlineData("{\"message\":\"no Route matched with those values\"}")]
    [InlineData("{\"error\":{\"code\":404,\"message\":\"Requested entity was not found.\",\"status\":\"NOT_FOUND\"}}")]
    [InlineData("{\"timestamp\":\"2026-11-02T12:00:00Z\",\"status\":404,\"error\":\"Not Found\",\"path\":\"/prospects/prospect_1\"}")]
    public async Task Get_ErrorThatIsNotTheApis_IsAnIntermediarysWithItsStatus(string body)
    {
        var exception = await FailAsync(StubResponse.Json(404, body));

        exception.Should().BeOfType<InboxIntermediaryException>();
        exception.Code.Should().BeNull();
        exception.Message.Should().Contain("404").And.Contain("intermediary");
    }

    [Fact]
    public async Task Get_ErrorWithControlCharacters_LosesThem()
    {
        var exception = await FailAsync(StubResponse.Json(400, """{"error":{"code":"BAD\r\nX","message":"a\u0000b\u001b[31mc\u2028d\u202ee","status":400}}"""));

        exception.Message.Should().NotContainAny("\r", "\n", "\0", "\u001b", "\u2028", "\u202e");
        exception.Code.Should().NotContainAny("\r", "\n");
    }

    [Fact]
    public async Task Get_ErrorWithHugeBody_KeepsItsFirst64Kilobytes()
    {
        var exception = await FailAsync(StubResponse.Text(500, new string('x', 300_000), "Content-Type: text/plain"));

        exception.Body.Length.Should().Be(64 * 1024);
        exception.Message.Length.Should().BeLessThan(1000);
    }

    [Fact]
    public async Task Get_ErrorWithHugeMessage_CutsIt()
    {
        var exception = await FailAsync(StubResponse.Json(500, $$$"""{"error":{"code":"X","message":"{{{new string('y', 10_000)}}}","status":500}}"""));

        exception.Message.Length.Should().BeLessThan(1000);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task UpdateContext_Redirect_IsReportedAndNotFollowed(int status)
    {
        await using var elsewhere = new ScriptedServer(StubResponse.Json(200, """{"prospect":{"id":"x"}}"""));
        await using var server = new ScriptedServer(StubResponse.Text(status, "", $"Location: {elsewhere.BaseAddress}/prospects/p/context"));
        using var inbox = server.CreateClient();

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("p", new() { Notes = "secret plan" }));

        var error = exception.Should().BeOfType<InboxIntermediaryException>().Subject;
        error.StatusCode.Should().Be((HttpStatusCode)status);
        error.Message.Should().Contain(elsewhere.BaseAddress.Authority).And.Contain("BaseAddress");
        elsewhere.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Get_SuccessWithHtml_SaysItIsNotJson()
    {
        var exception = await CallAsync(StubResponse.Text(200, "<html></html>", "Content-Type: text/html"));

        exception.Should().BeOfType<InboxSerializationException>().Which.Message.Should().Contain("text/html").And.Contain("BaseAddress");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"prospect\":null}")]
    [InlineData("[1]")]
    [InlineData("{\"prospect\":\"text\"}")]
    [InlineData("{\"prospect\":{\"valuation\":\"much\"}}")]
    public async Task Get_SuccessWithoutTheResource_SaysSo(string body)
    {
        var exception = await CallAsync(StubResponse.Json(200, body));

        exception.Should().BeOfType<InboxSerializationException>().Which.Message.Should().StartWith("prospects.get: ");
    }

    [Fact]
    public async Task ListThreads_SuccessWithoutThreads_SaysSoInsteadOfAnEmptyList()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, """{"foo":1}"""));
        using var inbox = server.CreateClient();

        (await Record.ExceptionAsync(() => inbox.Threads.ListAsync().ToListAsync())).Should().BeOfType<InboxSerializationException>();
    }

    [Fact]
    public async Task Get_NoContent_SaysSo()
    {
        var exception = await CallAsync(StubResponse.Raw(204, []));

        exception.Should().BeOfType<InboxSerializationException>();
    }

    [Fact]
    public async Task Get_ByteOrderMark_IsRead()
    {
        (await CallAsync(StubResponse.Json(200, "\uFEFF{\"prospect\":{\"id\":\"prospect_1\"}}"))).Should().BeNull();
    }

    [Fact]
    public async Task Get_DeepNesting_IsRefused()
    {
        var exception = await CallAsync(StubResponse.Json(200, "{\"prospect\":{\"more\":" + new string('[', 5000) + new string(']', 5000) + "}}"));

        exception.Should().BeOfType<InboxSerializationException>();
    }

    [Fact]
    public async Task Get_ResponseLargerThanTheBound_IsRefused()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, $$$"""{"prospect":{"notes":"{{{new string('n', 5000)}}}"}}"""));
        using var inbox = server.CreateClient(options => options.MaxResponseBytes = 4096);

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));

        exception.Should().BeOfType<InboxSerializationException>().Which.Message.Should().Contain("4,096").And.Contain("MaxResponseBytes");
    }

    [Fact]
    public async Task Get_CompressedResponseLargerThanTheBound_IsRefused()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(new byte[10_000_000]);
        packed.Length.Should().BeLessThan(100_000, "the bomb is small on the wire");
        await using var server = new ScriptedServer(StubResponse.Body(200, packed.ToArray(), "Content-Type: application/json", "Content-Encoding: gzip"));
        using var inbox = server.CreateClient(options => options.MaxResponseBytes = 1_000_000);

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));

        exception.Should().BeOfType<InboxSerializationException>().Which.Message.Should().Contain("1,000,000").And.Contain("MaxResponseBytes");
    }

    [Fact]
    public async Task Get_ServerDown_IsATransportError()
    {
        using var closed = new ClosedPort();
        using var inbox = InboxClient.Create(new() { Token = ScriptedServerExtensions.Token, BaseAddress = closed.Address, Retry = { MaxRetries = 0 } });

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));

        var error = exception.Should().BeOfType<InboxTransportException>().Subject;
        error.InnerException.Should().BeOfType<HttpRequestException>();
        error.AttemptCount.Should().Be(1);
        error.Message.Should().Contain(closed.Address.Authority);
    }

    [Fact]
    public void Constructors_ArePublic_SoThatTestsCanThrowThem()
    {
        var exception = new InboxRateLimitException("Slow down.") { RetryAfter = TimeSpan.FromSeconds(3), AttemptCount = 2, RequestId = "req_1" };

        exception.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        exception.Should().BeAssignableTo<InboxApiException>().And.BeAssignableTo<InboxException>();
        exception.AttemptCount.Should().Be(2);
    }

    private static async Task<InboxApiException> FailAsync(StubResponse response) =>
        (await CallAsync(response)).Should().BeAssignableTo<InboxApiException>().Subject;

    private static async Task<Exception?> CallAsync(StubResponse response)
    {
        await using var server = new ScriptedServer(response);
        using var inbox = server.CreateClient();
        return await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));
    }
}
