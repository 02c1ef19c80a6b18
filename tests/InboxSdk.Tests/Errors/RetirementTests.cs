using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Errors;

public class RetirementTests
{
    private const string Found = """{"prospect":{"id":"prospect_1"}}""";
    private static readonly DateTimeOffset LastDay = new(2026, 12, 3, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Get_Gone_SaysSinceWhenAndWhatToDo()
    {
        await using var server = new ScriptedServer(StubResponse.Json(410, """{"error":{"code":"GONE","message":"v1 is gone","status":410}}""", "Sunset: Fri, 04 Dec 2026 00:00:00 GMT"));
        using var inbox = server.CreateClient();

        var exception = (await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"))).Should().BeOfType<InboxApiRetiredException>().Subject;

        exception.RetiredAt.Should().Be(LastDay.AddDays(1));
        exception.Message.Should().Contain("4 December 2026").And.Contain("InboxApiVersion.V2").And.Contain("docs/api-versions.md");
    }

    [Theory]
    [InlineData(200, "<html></html>")]
    [InlineData(302, "")]
    [InlineData(404, "<html></html>")]
    [InlineData(404, "")]
    [InlineData(410, "<html></html>")]
    public async Task Get_ResponseOfAnIntermediary_IsNeverRetirementWhateverTheDate(int status, string body)
    {
        await using var server = new ScriptedServer(Enumerable.Repeat(StubResponse.Text(status, body, "Content-Type: text/html"), 2));

        async Task<Exception?> CallAtAsync(DateTimeOffset now)
        {
            using var inbox = server.CreateClient(options => options.TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now));
            return await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"));
        }

        var before = await CallAtAsync(LastDay.AddDays(-1));
        var after = await CallAtAsync(LastDay.AddDays(400));

        after.Should().BeAssignableTo<InboxException>().And.NotBeOfType<InboxApiRetiredException>();
        after!.GetType().Should().Be(before!.GetType());
        after.Message.Should().Be(before.Message).And.Contain("3 December 2026").And.Contain("InboxApiVersion.V2");
    }

    [Fact]
    public async Task Get_GoneWithoutABodyButWithTheAnnouncement_IsRetirement()
    {
        await using var server = new ScriptedServer(StubResponse.Text(410, "", "Sunset: Thu, 03 Dec 2026 00:00:00 GMT"));
        using var inbox = server.CreateClient();

        (await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("p"))).Should().BeOfType<InboxApiRetiredException>().Which.RetiredAt.Should().Be(LastDay);
    }

    [Fact]
    public async Task Get_NotFoundByTheApiItself_StaysNotFound()
    {
        await using var server = new ScriptedServer(StubResponse.Json(404, """{"error":{"code":"PROSPECT_NOT_FOUND","message":"None","status":404}}"""));
        using var inbox = server.CreateClient(options => options.TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(LastDay.AddYears(1)));

        (await Record.ExceptionAsync(() => inbox.Prospects.GetAsync("prospect_1"))).Should().BeOfType<InboxNotFoundException>();
    }

    [Theory]
    [InlineData("@1793664000", "Thu, 03 Dec 2026 00:00:00 GMT", true, true)]
    [InlineData("true", "Thu, 03 Dec 2026 00:00:00 GMT", false, true)]
    [InlineData("@99999999999999999", "soon", false, false)]
    public async Task Get_AnnouncedEnd_IsReportedOnce(string deprecation, string sunset, bool hasDeprecation, bool hasSunset)
    {
        var response = StubResponse.Json(200, Found, $"Deprecation: {deprecation}", $"Sunset: {sunset}");
        await using var server = new ScriptedServer(response, response);
        var announced = new List<InboxDeprecation>();
        using var inbox = server.CreateClient(options => options.OnDeprecation = announced.Add);

        await inbox.Prospects.GetAsync("prospect_1");
        await inbox.Prospects.GetAsync("prospect_1");

        announced.Should().Equal(new InboxDeprecation
        {
            ApiVersion = InboxApiVersion.V1,
            DeprecatedAt = hasDeprecation ? DateTimeOffset.FromUnixTimeSeconds(1793664000) : null,
            SunsetAt = hasSunset ? LastDay : null,
        });
    }

    [Fact]
    public async Task Get_CallbackFails_TheCallStillSucceeds()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Found, "Deprecation: true"));
        using var inbox = server.CreateClient(options => options.OnDeprecation = _ => throw new InvalidOperationException("mine"));

        (await inbox.Prospects.GetAsync("prospect_1")).Id.Should().Be("prospect_1");
    }

    [Fact]
    public async Task Get_NothingAnnounced_NothingIsReported()
    {
        await using var server = new ScriptedServer(StubResponse.Json(200, Found));
        var announced = new List<InboxDeprecation>();
        using var inbox = server.CreateClient(options => options.OnDeprecation = announced.Add);

        await inbox.Prospects.GetAsync("prospect_1");

        announced.Should().BeEmpty();
    }

    [Fact]
    public async Task Sandbox_V1Ends_IsAnnouncedOnceThenGoneWhileV2Continues()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(LastDay.AddDays(-10));
        await using var sandbox = await InboxSandbox.StartAsync(new() { TimeProvider = clock, V1Sunset = LastDay });
        var announced = new List<InboxDeprecation>();
        using var v1 = sandbox.CreateClient(options => (options.TimeProvider, options.OnDeprecation, options.ApiVersion) = (clock, announced.Add, InboxApiVersion.V1));
        using var v2 = sandbox.CreateClient(options => (options.TimeProvider, options.OnDeprecation) = (clock, announced.Add));

        await v1.Prospects.FindByPlatformIdAsync("1234567890");
        await v1.Tags.ListAsync().ToListAsync();
        await v2.Prospects.FindByPlatformIdAsync("1234567890");
        announced.Should().Equal(new InboxDeprecation { ApiVersion = InboxApiVersion.V1, DeprecatedAt = LastDay.AddDays(-90), SunsetAt = LastDay });

        clock.Advance(TimeSpan.FromDays(10));
        var gone = (await Record.ExceptionAsync(() => v1.Prospects.FindByPlatformIdAsync("1234567890"))).Should().BeOfType<InboxApiRetiredException>().Subject;
        gone.Should().BeEquivalentTo(new { Code = "API_VERSION_GONE", RetiredAt = LastDay, AttemptCount = 1 });
        (await v2.Prospects.FindByPlatformIdAsync("1234567890"))!.Username.Should().Be("johndoe");
        announced.Should().ContainSingle();
    }
}
