namespace InboxSdk.Tests.Guide;

/// <summary>The guide's section "Prospect Data Model".</summary>
public sealed class ProspectDataModelTests : IClassFixture<GuideServer>
{
    private readonly GuideServer _server;

    public ProspectDataModelTests(GuideServer server)
    {
        _server = server;
        _server.Reset();
    }

    [Fact]
    public async Task GetAsync_EveryFieldOfTheDataModel_IsRead()
    {
        _server.Respond("GET", "/prospects/prospect_abc123", """
            {
              "prospect": {
                "id": "prospect_abc123",
                "platformId": "1234567890",
                "platform": "x",
                "platformUsername": "johndoe",
                "name": "John Doe",
                "description": "Software Engineer | Building cool stuff",
                "profileImageUrl": "https://pbs.twimg.com/profile_images/1/a.jpg",
                "verified": true,
                "followersCount": 5420,
                "followingCount": 892,
                "location": "Zürich",
                "url": "https://johndoe.example",
                "notes": "Interested in Enterprise plan. Follow up next week.",
                "valuation": 50000.5,
                "tags": [{ "id": "tag_enterprise", "name": "Enterprise", "color": "#4F46E5" }],
                "status": { "id": "status_qualified", "name": "Qualified", "color": "#0EA5E9" },
                "assignedToMemberId": "member_sales_lead",
                "done": true
              }
            }
            """);

        var prospect = await _server.Inbox.Prospects.GetAsync("prospect_abc123");

        prospect.Should().BeEquivalentTo(new Prospect
        {
            Id = "prospect_abc123",
            PlatformId = "1234567890",
            Platform = Platform.X,
            Username = "johndoe",
            Name = "John Doe",
            Bio = "Software Engineer | Building cool stuff",
            AvatarUrl = "https://pbs.twimg.com/profile_images/1/a.jpg",
            IsVerified = true,
            FollowerCount = 5420,
            FollowingCount = 892,
            Location = "Zürich",
            WebsiteUrl = "https://johndoe.example",
            Notes = "Interested in Enterprise plan. Follow up next week.",
            Valuation = 50000.5m,
            Tags = [new Tag { Id = "tag_enterprise", Name = "Enterprise", Color = "#4F46E5" }],
            Status = new Status { Id = "status_qualified", Name = "Qualified", Color = "#0EA5E9" },
            AssigneeId = "member_sales_lead",
            IsDone = true,
        });
        _server.Only.ShouldBe("GET /prospects/prospect_abc123");
    }

    [Fact]
    public async Task GetAsync_OnlyTheRequiredFields_LeavesOptionalOnesNull()
    {
        // The guide marks every other field with a question mark.
        _server.Respond("GET", "/prospects/prospect_abc123", """
            {
              "prospect": {
                "id": "prospect_abc123", "platformId": "1234567890", "platform": "x", "platformUsername": "johndoe",
                "verified": false, "tags": [], "done": false
              }
            }
            """);

        var prospect = await _server.Inbox.Prospects.GetAsync("prospect_abc123");

        prospect.Should().BeEquivalentTo(
            new Prospect { Id = "prospect_abc123", PlatformId = "1234567890", Platform = Platform.X, Username = "johndoe", IsDone = false });
        prospect.Name.Should().BeNull();
        prospect.FollowerCount.Should().BeNull();
        prospect.Valuation.Should().BeNull();
        prospect.Status.Should().BeNull();
        prospect.Tags.Should().BeEmpty();
    }
}
