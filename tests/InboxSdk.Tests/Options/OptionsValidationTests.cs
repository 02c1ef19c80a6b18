using InboxSdk.Tests.Support;
using Microsoft.Extensions.Options;

namespace InboxSdk.Tests.Options;

public class OptionsValidationTests
{
    public static TheoryData<string, Action<InboxClientOptions>> Wrong => new()
    {
        { "*INBOX_API_TOKEN*", options => options.Token = null },
        { "*INBOX_API_TOKEN*", options => options.Token = "" },
        { "*Both*Token*TokenProvider*", options => options.TokenProvider = _ => new("x") },
        { "*Token contains a space*", options => options.Token = "ibt_secret " },
        { "*Token contains*line break*", options => options.Token = "ibt_secret\n" },
        { "*https*", options => options.BaseAddress = new Uri("http://inboxapp.com/api/v1") },
        { "*https*", options => options.BaseAddress = new Uri("ftp://inboxapp.com/api/v1") },
        { "*absolute*", options => options.BaseAddress = new Uri("/api/v1", UriKind.Relative) },
        { "*query or a fragment*", options => options.BaseAddress = new Uri("https://inboxapp.com/api/v1?key=1") },
        { "*query or a fragment*", options => options.BaseAddress = new Uri("https://inboxapp.com/api/v1?") },
        { "*query or a fragment*", options => options.BaseAddress = new Uri("https://inboxapp.com/api/v1#top") },
        { "*user name*", options => options.BaseAddress = new Uri("https://me:secret@inboxapp.com/api/v1") },
        { "*ApiVersion*", options => options.ApiVersion = (InboxApiVersion)9 },
        { "*ApiVersion is V1*/api/v2*", options => (options.ApiVersion, options.BaseAddress) = (InboxApiVersion.V1, new Uri("https://inboxapp.com/api/v2/")) },
        { "*ApiVersion is V2*/api/v1*", options => (options.ApiVersion, options.BaseAddress) = (InboxApiVersion.V2, new Uri("https://proxy.example/inbox/api/v1")) },
        { "*Reads and Writes apply to v1*Requests*", options => (options.ApiVersion, options.RateLimit.Reads) = (InboxApiVersion.V2, [new() { Limit = 1, Length = TimeSpan.FromMinutes(1) }]) },
        { "*either it, or Reads and Writes*", options => (options.ApiVersion, options.RateLimit.Requests, options.RateLimit.Writes) = (InboxApiVersion.V1, [new() { Limit = 1, Length = TimeSpan.FromMinutes(1) }], [new() { Limit = 1, Length = TimeSpan.FromMinutes(1) }]) },
        { "*BulkReserve is 0.95*0.9*", options => options.RateLimit.BulkReserve = 0.95 },
        { "*BulkReserve is NaN*", options => options.RateLimit.BulkReserve = double.NaN },
        { "*RateLimit.Reads has a window*", options => options.RateLimit.Reads = [new() { Limit = 0, Length = TimeSpan.FromMinutes(1) }] },
        { "*RateLimit.Writes has a window*", options => options.RateLimit.Writes = [new() { Limit = 10, Length = TimeSpan.FromDays(8) }] },
        { "*RateLimit.Requests is empty*", options => options.RateLimit.Requests = [] },
        { "*AttemptTimeout*", options => options.AttemptTimeout = TimeSpan.Zero },
        { "*AttemptTimeout*", options => options.AttemptTimeout = Timeout.InfiniteTimeSpan },
        { "*Deadline*", options => options.Deadline = TimeSpan.FromDays(2) },
        { "*MaxResponseBytes*", options => options.MaxResponseBytes = 10 },
        { "*TimeProvider*", options => options.TimeProvider = null! },
        { "*UserAgentSuffix*", options => options.UserAgentSuffix = "My App\r\nX-Injected: 1" },
        { "*UserAgentSuffix*", options => options.UserAgentSuffix = "(unclosed" },
        { "*UserAgentSuffix*", options => options.UserAgentSuffix = "MyApp/2.1 (Müller GmbH)" },
        { "*UserAgentSuffix*", options => options.UserAgentSuffix = "MyApp/2.1 (\0)" },
        { "*MaxRetries*", options => options.Retry.MaxRetries = -1 },
        { "*MaxRetries*", options => options.Retry.MaxRetries = 11 },
        { "*BaseDelay*", options => options.Retry.BaseDelay = TimeSpan.Zero },
        { "*MaxDelay*", options => options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1) },
        { "*MaxRetryAfter*", options => options.Retry.MaxRetryAfter = TimeSpan.FromHours(2) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Create_WrongOption_SaysWhatToDoAndShowsNoSecret(string message, Action<InboxClientOptions> change)
    {
        var options = new InboxClientOptions { Token = "ibt_secret" };
        change(options);

        var act = () => InboxClient.Create(options);

        act.Should().Throw<OptionsValidationException>().WithMessage(message).And.ToString().Should().NotContain("secret");
    }

    [Fact]
    public void Create_SeveralWrongOptions_NamesThemAll()
    {
        var act = () => InboxClient.Create(new() { Token = null, MaxResponseBytes = 1, AttemptTimeout = TimeSpan.Zero });

        act.Should().Throw<OptionsValidationException>().Which.Failures.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("https://inboxapp.com/api/v1")]
    [InlineData("https://inboxapp.com/api/v1/")]
    [InlineData("http://localhost:5000/api/v1")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000/api/v1")]
    public void Create_GoodAddress_IsTaken(string address)
    {
        var act = () => InboxClient.Create(new() { Token = "t", BaseAddress = new Uri(address) }).Dispose();

        act.Should().NotThrow();
    }

    [Theory]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/")]
    [InlineData("/")]
    public async Task Get_BaseAddressWithAndWithoutSlash_ReachesTheSamePath(string path)
    {
        await using var server = new ScriptedServer(ScriptedServer.StubResponse.Json(200, """{"prospect":{"id":"a"}}"""));
        using var inbox = server.CreateClient(options => (options.ApiVersion, options.BaseAddress) = (InboxApiVersion.V1, new Uri(server.BaseAddress, path)));

        await inbox.Prospects.GetAsync("a");

        server.Requests[0].Line.Should().Be($"GET {path.TrimEnd('/')}/prospects/a HTTP/1.1");
    }

    [Fact]
    public async Task Get_UserAgentSuffix_StandsBehindTheSdk()
    {
        await using var server = new ScriptedServer(ScriptedServer.StubResponse.Json(200, """{"prospect":{"id":"a"}}"""));
        using var inbox = server.CreateClient(options => options.UserAgentSuffix = "MyApp/2.1");

        await inbox.Prospects.GetAsync("a");

        server.Requests[0].Headers["User-Agent"].Should().MatchRegex(@"^InboxSdk/\d+\.\d+\.\d+\S* MyApp/2\.1$");
    }

    [Fact]
    public async Task Create_OptionsChangedAfterwards_HasNoEffect()
    {
        await using var server = new ScriptedServer(ScriptedServer.StubResponse.Json(200, """{"prospect":{"id":"a"}}"""));
        var options = new InboxClientOptions { Token = "first", BaseAddress = server.BaseAddress };
        using var inbox = InboxClient.Create(options);

        options.Token = "second";
        options.AttemptTimeout = options.Deadline = TimeSpan.FromMilliseconds(-1);
        options.Retry.MaxRetries = -1;

        (await inbox.Prospects.GetAsync("a")).Id.Should().Be("a");
        server.Requests[0].Headers["Authorization"].Should().Be("Bearer first");
    }

    [Fact]
    public void PostConfigure_EnvironmentSet_FillsWhatIsOpen()
    {
        var environment = Environment(("INBOX_API_TOKEN", " from_env "), ("INBOX_API_BASE_URL", "http://localhost:9/api/v1"));
        var options = new InboxClientOptions();

        environment.PostConfigure("", options);

        options.Token.Should().Be("from_env");
        options.BaseAddress.Should().Be(new Uri("http://localhost:9/api/v1"));
    }

    [Fact]
    public void PostConfigure_OptionsSet_WinOverTheEnvironment()
    {
        var environment = Environment(("INBOX_API_TOKEN", "from_env"), ("INBOX_API_BASE_URL", "http://localhost:9/api/v1"));
        var options = new InboxClientOptions { Token = "mine", BaseAddress = new Uri("https://example.com/") };

        environment.PostConfigure("", options);

        options.Token.Should().Be("mine");
        options.BaseAddress.Should().Be(new Uri("https://example.com/"));
    }

    [Fact]
    public void PostConfigure_KeyedClient_NeverFallsBackToTheEnvironment()
    {
        var options = new InboxClientOptions();

        Environment(("INBOX_API_TOKEN", "from_env")).PostConfigure("emea", options);

        options.Token.Should().BeNull();
    }

    [Fact]
    public void PostConfigure_EnvironmentAddressIsNoAddress_NamesTheVariable()
    {
        var act = () => Environment(("INBOX_API_BASE_URL", "inboxapp")).PostConfigure("", new InboxClientOptions());

        act.Should().Throw<OptionsValidationException>().WithMessage("*INBOX_API_BASE_URL*");
    }

    private static InboxEnvironment Environment(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
