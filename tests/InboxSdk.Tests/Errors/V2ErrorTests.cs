using System.Net;
using InboxSdk.Tests.Support;
using InboxSdk.Tests.V2;
using InboxSdk.V2;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Errors;

/// <summary>Tests every error code that v2 documents, with the body that the API sends.</summary>
public class V2ErrorTests
{
    /// <summary>Gets each code that v2 documents: its status, the code, and the type of the exception.</summary>
    public static TheoryData<int, string, Type> Codes { get; } = new()
    {
        { 400, "invalidRequest", typeof(InboxValidationException) },
        { 400, "invalidCursor", typeof(InboxValidationException) },
        { 401, "unauthorized", typeof(InboxAuthenticationException) },
        { 403, "platformNotAvailable", typeof(InboxPlatformException) },
        { 403, "workspaceLocked", typeof(InboxPlanException) },
        { 403, "planRequired", typeof(InboxPlanException) },
        { 404, "memberNotFound", typeof(InboxNotFoundException) },
        { 404, "accountLinkNotFound", typeof(InboxNotFoundException) },
        { 404, "contactNotFound", typeof(InboxNotFoundException) },
        { 404, "tagNotFound", typeof(InboxNotFoundException) },
        { 404, "statusNotFound", typeof(InboxNotFoundException) },
        { 404, "threadNotFound", typeof(InboxNotFoundException) },
        { 404, "messageNotFound", typeof(InboxNotFoundException) },
        { 409, "accountLinkDisconnected", typeof(InboxPlatformException) },
        { 409, "integrationSetupRequired", typeof(InboxPlatformException) },
        { 409, "sendInProgress", typeof(InboxConflictException) },
        { 409, "nameTaken", typeof(InboxConflictException) },
        { 422, "capabilityNotSupported", typeof(InboxCapabilityException) },
        { 422, "threadRestricted", typeof(InboxCapabilityException) },
        { 422, "mutationWindowClosed", typeof(InboxCapabilityException) },
        { 422, "messageNotModifiable", typeof(InboxMessageException) },
        { 422, "contentRejected", typeof(InboxMessageException) },
        { 422, "idempotencyKeyReused", typeof(InboxValidationException) },
        { 422, "recipientUnavailable", typeof(InboxMessageException) },
        { 422, "platformNotSupported", typeof(InboxPlatformException) },
        { 422, "profileAmbiguous", typeof(InboxValidationException) },
        { 422, "tagLimitReached", typeof(InboxValidationException) },
        { 429, "rateLimited", typeof(InboxRateLimitException) },
        { 429, "platformRateLimited", typeof(InboxPlatformException) },
        { 500, "internal", typeof(InboxServerException) },
        { 502, "platformError", typeof(InboxPlatformException) },
        { 502, "sendUnconfirmed", typeof(InboxSendUnconfirmedException) },
        { 503, "platformUnavailable", typeof(InboxPlatformException) },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    [InlineData(422, "aCodeOfTomorrow", typeof(InboxValidationException))]
    [InlineData(418, "aCodeOfTomorrow", typeof(InboxApiException))]
    public async Task Call_DocumentedCode_ThrowsItsType(int status, string code, Type type)
    {
        var exception = await FailAsync(status, code, """{"more":[1]}""");

        exception.Should().BeOfType(type);
        exception.StatusCode.Should().Be((HttpStatusCode)status);
        exception.Code.Should().Be(code);
        exception.RequestId.Should().Be("req_of_the_body");
        exception.Message.Should().StartWith($"prospects.get: {status} {code}: It did not work.");
        exception.Details!.Value.GetRawText().Should().Be("""{"more":[1]}""");
    }

    [Theory]
    [InlineData("""{"reason":"cut \ud83d"}""")]
    [InlineData("""{"issues":[{"path":["a\ud83d"],"message":"cut \ud83d"}],"supported":["\ud83d"]}""")]
    public async Task Call_TextCutInAnEmoji_StillReportsTheCode(string details)
    {
        await using var server = new ScriptedServer(StubResponse.Json(422, $$"""{"code":"recipientUnavailable","message":"cut \ud83d","details":{{details}},"requestId":"r\ud83d"}"""));
        using var inbox = server.CreateClient();

        var exception = await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));

        exception.Should().BeOfType<InboxMessageException>().Which.Should().BeEquivalentTo(new { Code = "recipientUnavailable", Reason = (string?)null });
    }

    [Fact]
    public async Task Call_TheMessageContainsTheAdvice_SaysItOnce()
    {
        await using var server = new V2Server(
            [StubResponse.Json(429, """{"code":"rateLimited","message":"The limit is reached. Retry after 60 s."}""", "Retry-After: 60")]);

        var exception = await Record.ExceptionAsync(() => server.Inbox.Team.GetAsync());

        exception.Should().BeOfType<InboxRateLimitException>().Which.Message.Split("Retry after 60 s.").Should().HaveCount(2);
    }

    [Fact]
    public async Task Call_NoDetails_HasNone() => (await FailAsync(404, "tagNotFound", "null")).Details.Should().BeNull();

    [Fact]
    public async Task Call_InvalidRequest_NamesEachIssue()
    {
        var exception = (InboxValidationException)await FailAsync(
            400, "invalidRequest", """{"issues":[{"path":["target","ids",0],"message":"Too short"},{"path":[],"message":"Unknown field"},7,{"path":["x"]}]}""");

        exception.Issues.Should().Equal(new InboxValidationIssue { Path = "target.ids[0]", Message = "Too short" }, new InboxValidationIssue { Message = "Unknown field" });
        exception.Message.Should().Contain("target.ids[0]: Too short; Unknown field");
    }

    [Fact]
    public async Task Call_RateLimited_ReportsTheWindow()
    {
        var exception = (InboxRateLimitException)await FailAsync(
            429, "rateLimited", """{"window":"hour","limit":10000,"resetAt":"2026-09-14T10:32:00.000Z"}""", "Retry-After: 1200", "X-RateLimit-Limit: 10000");

        exception.Window.Should().Be(TimeSpan.FromHours(1));
        exception.Limit.Should().Be(10_000);
        exception.RetryAfter.Should().Be(TimeSpan.FromMinutes(20));
        exception.Reset.Should().Be(new DateTimeOffset(2026, 9, 14, 10, 32, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Call_RateLimited_HeadersOfAnotherWindow_ReportsTheOneThatWasUsedUp()
    {
        var exception = (InboxRateLimitException)await FailAsync(
            429, "rateLimited", """{"window":"day","limit":100000,"resetAt":"2026-09-15T00:00:00.000Z"}""",
            "Retry-After: 1200", "X-RateLimit-Limit: 300", "X-RateLimit-Reset: 1789381920");

        exception.Window.Should().Be(TimeSpan.FromDays(1));
        exception.Limit.Should().Be(100_000);
        exception.Reset.Should().Be(new DateTimeOffset(2026, 9, 15, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Call_TagLimitReached_ReportsTheLimit() =>
        ((InboxValidationException)await FailAsync(422, "tagLimitReached", """{"max":100}""")).TagLimit.Should().Be(100);

    [Fact]
    public async Task Call_ProfileAmbiguous_NamesTheContactAndThePlatform()
    {
        var exception = (InboxValidationException)await FailAsync(422, "profileAmbiguous", """{"contactId":"con1","platform":"twitter"}""");

        exception.ContactId.Should().Be("con1");
        exception.Platform.Should().Be(Platform.X);
    }

    [Fact]
    public async Task Call_WindowClosed_ReportsTheCapabilityAndSinceWhen()
    {
        var exception = (InboxCapabilityException)await FailAsync(
            422, "mutationWindowClosed", """{"capability":"message:edit","closedAt":"2026-09-14T10:32:00.000Z"}""");

        exception.Capability.Should().Be(Capability.MessageEdit);
        exception.ClosedAt.Should().Be(new DateTimeOffset(2026, 9, 14, 10, 32, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("messageNotModifiable", """{"reason":"deleted"}""", "deleted")]
    [InlineData("contentRejected", """{"detail":"too long"}""", "too long")]
    public async Task Call_MessageRefused_SaysWhy(string code, string details, string reason) =>
        ((InboxMessageException)await FailAsync(422, code, details)).Reason.Should().Be(reason);

    [Fact]
    public async Task Call_PlatformNotSupported_NamesThePlatforms()
    {
        var exception = (InboxPlatformException)await FailAsync(422, "platformNotSupported", """{"platform":"linkedin","supported":["twitter","telegram"]}""");

        exception.Platform.Should().Be(new Platform("linkedin"));
        exception.SupportedPlatforms.Should().Equal(Platform.X, new Platform("telegram"));
    }

    [Fact]
    public async Task Call_AccountOffline_NamesItAndSaysWhatToDo()
    {
        var exception = (InboxPlatformException)await FailAsync(409, "accountLinkDisconnected", """{"accountLinkId":"acc1","status":"offline"}""");

        exception.AccountLinkId.Should().Be("acc1");
        exception.AccountLinkStatus.Should().Be(AccountLinkStatus.Offline);
        exception.Message.Should().Contain("Reconnect the account");
    }

    [Fact]
    public async Task Call_SendUnconfirmed_NamesTheMessageAndWarns()
    {
        var exception = (InboxSendUnconfirmedException)await FailAsync(502, "sendUnconfirmed", """{"messageId":"msg1"}""");

        exception.MessageId.Should().Be("msg1");
        exception.Message.Should().Contain("may have been delivered");
    }

    [Fact]
    public async Task Call_NameTaken_NamesTheName() =>
        ((InboxConflictException)await FailAsync(409, "nameTaken", """{"name":"Hot Lead"}""")).Name.Should().Be("Hot Lead");

    [Fact]
    public async Task Call_PlanRequired_NamesTheFeature() =>
        ((InboxPlanException)await FailAsync(403, "planRequired", """{"feature":"api"}""")).Feature.Should().Be("api");

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"issues":{},"window":7,"resetAt":"soon","retryAfterSeconds":1e99,"supported":"all","closedAt":5}""")]
    public async Task Call_OddDetails_DoNotHideTheError(string details)
    {
        foreach (var (status, code) in new[] { (400, "invalidRequest"), (429, "rateLimited"), (429, "platformRateLimited"), (422, "platformNotSupported"), (422, "mutationWindowClosed") })
            (await FailAsync(status, code, details)).Code.Should().Be(code);
    }

    private static async Task<InboxApiException> FailAsync(int status, string code, string details, params string[] headers)
    {
        await using var server = new ScriptedServer(StubResponse.Json(
            status, $$"""{"code":"{{code}}","message":"It did not work.","details":{{details}},"requestId":"req_of_the_body"}""", headers));
        using var inbox = server.CreateClient();
        return (await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("p1"))).Should().BeAssignableTo<InboxApiException>().Subject;
    }
}
