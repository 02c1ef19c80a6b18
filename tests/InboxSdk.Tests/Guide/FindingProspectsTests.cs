namespace InboxSdk.Tests.Guide;

/// <summary>The guide's section "Finding Prospects".</summary>
public sealed class FindingProspectsTests : IClassFixture<GuideServer>
{
    // Verbatim from the guide, including the spaces.
    private const string Found = """
        {
        "prospect" : {
        "id" : "prospect_abc123" ,
        "platformId" : "1234567890" ,
        "platform" : "x" ,
        "platformUsername" : "johndoe" ,
        "name" : "John Doe" ,
        "description" : "Software Engineer | Building cool stuff" ,
        "verified" : false ,
        "followersCount" : 5420 ,
        "followingCount" : 892 ,
        "tags" : [],
        "status" : null ,
        "done" : false
        }
        }
        """;

    private static readonly Prospect JohnDoe = new()
    {
        Id = "prospect_abc123",
        PlatformId = "1234567890",
        Platform = Platform.X,
        Username = "johndoe",
        Name = "John Doe",
        Bio = "Software Engineer | Building cool stuff",
        IsVerified = false,
        FollowerCount = 5420,
        FollowingCount = 892,
        Tags = [],
        Status = null,
        IsDone = false,
    };

    private readonly GuideServer _server;

    public FindingProspectsTests(GuideServer server)
    {
        _server = server;
        _server.Reset();
    }

    [Fact]
    public async Task FindByPlatformIdAsync_ProspectInTheSystem_ReadsTheGuidesResponse()
    {
        _server.Respond("GET", "/prospects/lookup", Found);

        var prospect = await _server.Inbox.Prospects.FindByPlatformIdAsync("1234567890");

        prospect.Should().BeEquivalentTo(JohnDoe);
        _server.Only.ShouldBe("GET /prospects/lookup", ["platformId=1234567890"]);
    }

    [Fact]
    public async Task FindByPlatformIdAsync_NullProspect_IsNull()
    {
        _server.Respond("GET", "/prospects/lookup", """{"prospect":null}""");

        var prospect = await _server.Inbox.Prospects.FindByPlatformIdAsync("1234567890");

        prospect.Should().BeNull();
        _server.Only.ShouldBe("GET /prospects/lookup", ["platformId=1234567890"]);
    }

    [Fact]
    public async Task FindByPlatformIdAsync_ProspectNotFoundError_IsNull()
    {
        _server.Respond("GET", "/prospects/lookup", """{"error":{"code":"PROSPECT_NOT_FOUND","message":"Prospect not found","status":404}}""", status: 404);

        var prospect = await _server.Inbox.Prospects.FindByPlatformIdAsync("1234567890");

        prospect.Should().BeNull();
        _server.Only.ShouldBe("GET /prospects/lookup", ["platformId=1234567890"]);
    }

    [Fact]
    public async Task FindByPlatformIdAsync_AnotherNotFoundError_IsNotMistakenForNone()
    {
        // A wrong base address also returns 404, which does not mean that no prospect has the id.
        _server.Respond("GET", "/prospects/lookup", """{"message":"no route"}""", status: 404);

        await _server.Inbox.Prospects.Invoking(prospects => prospects.FindByPlatformIdAsync("1234567890")).Should().ThrowAsync<InboxIntermediaryException>();
    }

    [Fact]
    public async Task GetAsync_ByInboxId_ReadsTheProspect()
    {
        _server.Respond("GET", "/prospects/prospect_abc123", Found);

        var prospect = await _server.Inbox.Prospects.GetAsync("prospect_abc123");

        prospect.Should().BeEquivalentTo(JohnDoe);
        _server.Only.ShouldBe("GET /prospects/prospect_abc123");
    }
}
