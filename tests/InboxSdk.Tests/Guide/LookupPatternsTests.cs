namespace InboxSdk.Tests.Guide;

/// <summary>The guide's section "Prospect Lookup vs Thread Lookup".</summary>
public sealed class LookupPatternsTests : IClassFixture<GuideServer>
{
    private readonly GuideServer _server;

    public LookupPatternsTests(GuideServer server)
    {
        _server = server;
        _server.Reset();
    }

    [Fact]
    public async Task FindByPlatformIdAsync_ProfileWanted_ReturnsAProspect()
    {
        _server.Respond("GET", "/prospects/lookup", """{"prospect":{"id":"prospect_abc123","platformId":"1234567890"}}""");

        var prospect = await _server.Inbox.Prospects.FindByPlatformIdAsync("1234567890");

        prospect!.Id.Should().Be("prospect_abc123");
        _server.Only.ShouldBe("GET /prospects/lookup", ["platformId=1234567890"]);
    }

    [Fact]
    public async Task FindAsync_ConversationWanted_ReturnsAThread()
    {
        _server.Respond("GET", "/threads/lookup", """
            {
              "thread": {
                "id": "thread_abc123",
                "platformId": "1111-2222",
                "accountLinkId": "acc_abc123",
                "prospectId": "prospect_abc123",
                "done": false,
                "assignedToMemberId": null,
                "createdAt": "2025-01-15T10:30:00.000Z",
                "updatedAt": "2025-01-15T10:31:00.000Z",
                "lastMessageAt": "2025-01-15T10:32:00.125Z",
                "prospect": { "id": "prospect_abc123", "platformId": "1234567890", "platformUsername": "johndoe", "name": "John Doe" }
              }
            }
            """);

        var thread = await _server.Inbox.Threads.FindAsync("1234567890", "acc_abc123");

        thread.Should().BeEquivalentTo(new InboxThread
        {
            Id = "thread_abc123",
            PlatformId = "1111-2222",
            AccountLinkId = "acc_abc123",
            ProspectId = "prospect_abc123",
            CreatedAt = new DateTimeOffset(2025, 1, 15, 10, 30, 0, TimeSpan.Zero),
            UpdatedAt = new DateTimeOffset(2025, 1, 15, 10, 31, 0, TimeSpan.Zero),
            LastMessageAt = new DateTimeOffset(2025, 1, 15, 10, 32, 0, 125, TimeSpan.Zero),
            Prospect = new Prospect { Id = "prospect_abc123", PlatformId = "1234567890", Username = "johndoe", Name = "John Doe" },
        });
        _server.Only.ShouldBe("GET /threads/lookup", ["prospectPlatformId=1234567890", "accountLinkId=acc_abc123"]);
    }

    [Theory]
    [InlineData(200, """{"thread":null}""")]
    [InlineData(404, """{"error":{"code":"THREAD_NOT_FOUND","message":"Thread not found","status":404}}""")]
    public async Task FindAsync_NoConversation_IsNull(int status, string json)
    {
        _server.Respond("GET", "/threads/lookup", json, status);

        var thread = await _server.Inbox.Threads.FindAsync("1234567890", "acc_abc123");

        thread.Should().BeNull();
        _server.Only.ShouldBe("GET /threads/lookup", ["prospectPlatformId=1234567890", "accountLinkId=acc_abc123"]);
    }
}
