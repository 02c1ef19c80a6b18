using System.Net;
using System.Text.Json;
using InboxSdk.Contract;
using InboxSdk.Tests.Support;
using InboxSdk.Tests.V2;
using InboxSdk.V2;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Errors;

/// <summary>An error that is not from the API is reported as an intermediary's.</summary>
public class IntermediaryTests
{
    private const string Page = "<html><body>Nothing here</body></html>";

    [Theory]
    [InlineData(304, typeof(InboxIntermediaryException), "It is a cache.")]
    [InlineData(307, typeof(InboxIntermediaryException), "Redirects are not followed")]
    [InlineData(401, typeof(InboxIntermediaryException), "Check the proxy, gateway or firewall")]
    [InlineData(403, typeof(InboxIntermediaryException), "Check the proxy, gateway or firewall")]
    [InlineData(404, typeof(InboxIntermediaryException), "InboxClientOptions.BaseAddress")]
    [InlineData(407, typeof(InboxIntermediaryException), "The proxy requires credentials.")]
    [InlineData(410, typeof(InboxIntermediaryException), "InboxClientOptions.BaseAddress")]
    [InlineData(422, typeof(InboxIntermediaryException), "Check the proxy, gateway or firewall")]
    [InlineData(429, typeof(InboxRateLimitException), "Check the proxy, gateway or firewall")]
    [InlineData(503, typeof(InboxServerException), "Check the proxy, gateway or firewall")]
    [InlineData(530, typeof(InboxServerException), "Check the proxy, gateway or firewall")]
    public async Task Error_Page_NamesWhoRespondedAndWhatToLookAt(int status, Type type, string advice)
    {
        await using var server = new ScriptedServer(StubResponse.Text(status, status == 304 ? "" : Page, "Content-Type: text/html", "Server: cloud\u007fproxy", "Via: 1.1 edge", "CF-Ray: 8f1", "Set-Cookie: secret=1"));
        using var inbox = server.CreateClient(options => options.TimeProvider = new TestClock());

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.UpdateAsync("p", new() { Notes = "x" }));

        exception.Should().BeOfType(type);
        var error = (InboxApiException)exception!;
        error.Message.Should().StartWith($"prospects.updateContext: an intermediary responded, not Inbox: {status} (").And.Contain("Server: cloud proxy").And.Contain("Via: 1.1 edge").And.Contain(advice)
            .And.NotContain("token is").And.NotContain("retired");
        error.Headers.Should().Contain("cf-ray", "8f1").And.Contain("Via", "1.1 edge").And.NotContainKey("Set-Cookie");
        (error.AttemptCount, error.Code).Should().Be((1, null));
        error.MayHaveTakenEffect.Should().Be(status >= 500);
        error.IsTransient.Should().Be(status is 429 or >= 500);
    }

    [Fact]
    public async Task Error_OfTheApi_HasTheHeadersThatHelpAndNoOther()
    {
        var huge = new string('v', 5000);
        await using var server = new ScriptedServer(StubResponse.Json(
            404, """{"error":{"code":"PROSPECT_NOT_FOUND","message":"None","status":404}}""", "X-Request-Id: req_1", "Date: Mon, 02 Nov 2026 12:00:00 GMT", "X-RateLimit-Remaining: 7", $"Via: {huge}",
            "Set-Cookie: a=b", "WWW-Authenticate: Bearer secret", "X-Other: 1"));
        using var inbox = server.CreateClient();

        var error = (await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("p"))).Should().BeOfType<InboxNotFoundException>().Subject;

        error.Headers.Keys.Should().BeEquivalentTo("X-Request-Id", "Date", "X-RateLimit-Remaining", "Via", "Content-Type");
        error.Headers["Via"].Length.Should().BeLessThan(250);
    }

    [Fact]
    public async Task Error_WithAByteOrderMark_HasItsCodeRead()
    {
        await using var server = new ScriptedServer(StubResponse.Json(401, "\uFEFF{\"error\":{\"code\":\"UNAUTHORIZED\",\"message\":\"No\",\"status\":401}}"));
        using var inbox = server.CreateClient();

        (await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("p"))).Should().BeOfType<InboxAuthenticationException>().Which.Code.Should().Be(InboxErrorCodes.V1Unauthorized);
    }

    [Fact]
    public async Task Error_WhoseMessageIsMadeOfItsIssues_SaysThemOnce()
    {
        await using var server = V2Server.Of(400, """
            {"code":"invalidRequest","message":"status: There is no status 'nosuch'.","details":{"issues":[{"path":["status"],"message":"There is no status 'nosuch'."}]},"requestId":"r"}
            """);

        var exception = await Record.ExceptionAsync(() => server.Inbox.Contacts.UpdateAsync("c", new() { StatusIdOrName = "nosuch" }));

        exception.Should().BeOfType<InboxValidationException>().Which.Message.Should().Be("contacts.update: 400 invalidRequest: status: There is no status 'nosuch'.");
    }

    [Theory]
    [InlineData("tags", 404)]
    [InlineData("statuses", 404)]
    [InlineData("contact's tag", 404)]
    [InlineData("threads", 404)]
    [InlineData("messages", 404)]
    public async Task Delete_IntermediarysNotFoundAfterAFault_IsNotTakenForDone(string what, int status)
    {
        await using var server = new V2Server(
            [StubResponse.Text(502, Page, "Content-Type: text/html"), StubResponse.Text(status, Page, "Content-Type: text/html")], Twice);

        var exception = await Record.ExceptionAsync(() => DeleteAsync(server.Inbox, what));

        exception.Should().BeOfType<InboxIntermediaryException>().Which.Should().BeEquivalentTo(new { AttemptCount = 2, MayHaveTakenEffect = true });
    }

    [Theory]
    [InlineData("tags", "tagNotFound")]
    [InlineData("statuses", "statusNotFound")]
    [InlineData("contact's tag", "tagNotFound")]
    [InlineData("threads", "threadNotFound")]
    [InlineData("messages", "messageNotFound")]
    public async Task Delete_GoneByTheApisOwnWordAfterAFault_IsDone(string what, string code)
    {
        var gone = StubResponse.Json(404, $$"""{"code":"{{code}}","message":"There is none.","details":null,"requestId":"r"}""");
        var other = StubResponse.Json(404, """{"code":"somethingNotFound","message":"There is none.","details":null,"requestId":"r"}""");
        await using var server = new V2Server([StubResponse.Disconnect(), gone, gone, StubResponse.Disconnect(), other], Twice);

        (await Record.ExceptionAsync(() => DeleteAsync(server.Inbox, what))).Should().BeNull("an attempt before may have deleted it");
        (await Record.ExceptionAsync(() => DeleteAsync(server.Inbox, what))).Should().BeOfType<InboxNotFoundException>("nothing was deleted now");
        (await Record.ExceptionAsync(() => DeleteAsync(server.Inbox, what))).Should().BeOfType<InboxNotFoundException>("something else is missing").Which.MayHaveTakenEffect.Should().BeTrue();
    }

    [Fact]
    public void Codes_AreTheDescriptions()
    {
        var codes = typeof(InboxErrorCodes).GetFields().Where(field => !field.Name.StartsWith("V1", StringComparison.Ordinal)).ToList();

        codes.Should().HaveCount(33).And.OnlyContain(field => JsonNamingPolicy.CamelCase.ConvertName(field.Name) == (string)field.GetRawConstantValue()!);
    }

    [Fact]
    public void Codes_AreThoseOfTheContract() => typeof(InboxErrorCodes).GetFields().Where(field => !field.Name.StartsWith("V1", StringComparison.Ordinal))
        .Select(field => (string)field.GetRawConstantValue()!).Should().BeEquivalentTo(ApiContract.Current.ErrorCodes);

    [Fact]
    public void IsTransient_OfEachType_SaysWhetherItMayPass()
    {
        InboxException[] passing =
        [
            new InboxTransportException("m"), new InboxTimeoutException("m"), new InboxRateLimitException("m"), new InboxServerException("m"),
            new InboxServerException("m", (HttpStatusCode)530), new InboxPlatformException("m"), new InboxPlatformException("m", HttpStatusCode.TooManyRequests),
            new InboxConflictException("m", code: InboxErrorCodes.SendInProgress), new InboxUpdateUnconfirmedException("m"), new InboxApiException("m", HttpStatusCode.RequestTimeout),
            new InboxException("m") { IsTransient = true },
        ];
        InboxException[] lasting =
        [
            new InboxException("m"), new InboxAuthenticationException("m"), new InboxNotFoundException("m"), new InboxValidationException("m"), new InboxConflictException("m"),
            new InboxPlanException("m"), new InboxCapabilityException("m"), new InboxMessageException("m"), new InboxSendUnconfirmedException("m"), new InboxSerializationException("m"),
            new InboxIntermediaryException("m"), new InboxApiRetiredException("m"), new InboxPlatformException("m", HttpStatusCode.Conflict, InboxErrorCodes.AccountLinkDisconnected),
        ];

        passing.Should().OnlyContain(exception => exception.IsTransient);
        lasting.Should().OnlyContain(exception => !exception.IsTransient);
    }

    private static Task DeleteAsync(IInboxV2Client inbox, string what) => what switch
    {
        "tags" => inbox.Tags.DeleteAsync("tag1"),
        "statuses" => inbox.Statuses.DeleteAsync("sta1"),
        "contact's tag" => inbox.Contacts.RemoveTagAsync("con1", "tag1"),
        "threads" => inbox.Threads.DeleteAsync("thr1"),
        _ => inbox.Messages.UnsendAsync("msg1", DeletionScope.All),
    };

    private static void Twice(InboxClientOptions options) => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (1, TimeSpan.FromMilliseconds(1));
}
