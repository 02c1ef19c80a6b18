namespace InboxSdk.Tests.Guide;

/// <summary>The guide's section "Updating Prospect Context".</summary>
public sealed class UpdatingProspectContextTests : IClassFixture<GuideServer>
{
    private const string Context = "/prospects/prospect_abc123/context";

    private readonly GuideServer _server;

    public UpdatingProspectContextTests(GuideServer server)
    {
        _server = server;
        _server.Reset();
    }

    [Fact]
    public async Task UpdateAsync_NotesAndValuation_SendsJustThese()
    {
        _server.Respond("PATCH", Context, """
            {"prospect":{"id":"prospect_abc123","notes":"Interested in Enterprise plan. Follow up next week.","valuation":50000}}
            """);

        var prospect = await _server.Inbox.Prospects.UpdateAsync("prospect_abc123", new()
        {
            Notes = "Interested in Enterprise plan. Follow up next week.",
            Valuation = 50000,
        });

        prospect.Notes.Should().Be("Interested in Enterprise plan. Follow up next week.");
        prospect.Valuation.Should().Be(50000);
        _server.Only.ShouldBe("PATCH " + Context, body: """
            {
              "notes": "Interested in Enterprise plan. Follow up next week.",
              "valuation": 50000
            }
            """);
    }

    [Fact]
    public async Task UpdateAsync_TagsFoundByName_SendsTheirIds()
    {
        _server.Respond("GET", "/tags", """
            {
              "tags": [
                { "id": "tag_cold", "name": "Cold Lead", "color": "#94A3B8" },
                { "id": "tag_hot", "name": "Hot Lead", "color": "#EF4444" },
                { "id": "tag_enterprise", "name": "Enterprise", "color": "#4F46E5" }
              ]
            }
            """);
        _server.Respond("PATCH", Context, """
            {
              "prospect": {
                "id": "prospect_abc123",
                "tags": [
                  { "id": "tag_hot", "name": "Hot Lead", "color": "#EF4444" },
                  { "id": "tag_enterprise", "name": "Enterprise", "color": "#4F46E5" }
                ]
              }
            }
            """);

        var hotLead = await _server.Inbox.Tags.FindByNameAsync("Hot Lead");
        var enterprise = await _server.Inbox.Tags.FindByNameAsync("Enterprise");
        var prospect = await _server.Inbox.Prospects.UpdateAsync("prospect_abc123", new() { TagIds = [hotLead!.Id, enterprise!.Id] });

        prospect.Tags.Select(tag => tag.Name).Should().Equal("Hot Lead", "Enterprise");
        _server.Sent.Should().HaveCount(2);
        _server.Sent[0].ShouldBe("GET /tags");
        _server.Sent[1].ShouldBe("PATCH " + Context, body: """{ "tagIds": ["tag_hot", "tag_enterprise"] }""");
    }

    [Fact]
    public async Task UpdateAsync_StatusFoundByName_SendsItsId()
    {
        _server.Respond("GET", "/statuses", """
            {
              "statuses": [
                { "id": "status_new", "name": "New", "color": "#94A3B8" },
                { "id": "status_qualified", "name": "Qualified", "color": "#0EA5E9" }
              ]
            }
            """);
        _server.Respond("PATCH", Context, """
            {"prospect":{"id":"prospect_abc123","status":{"id":"status_qualified","name":"Qualified","color":"#0EA5E9"}}}
            """);

        var qualified = await _server.Inbox.Statuses.FindByNameAsync("Qualified");
        var prospect = await _server.Inbox.Prospects.UpdateAsync("prospect_abc123", new() { StatusId = qualified!.Id });

        prospect.Status.Should().Be(qualified);
        _server.Sent.Should().HaveCount(2);
        _server.Sent[0].ShouldBe("GET /statuses");
        _server.Sent[1].ShouldBe("PATCH " + Context, body: """{ "statusId": "status_qualified" }""");
    }

    [Fact]
    public async Task UpdateAsync_MemberFoundByEmail_SendsTheirId()
    {
        _server.Respond("GET", "/members", """
            {
              "members": [
                { "id": "member_owner", "email": "owner@example.com", "name": "Olive", "role": "owner", "createdAt": "2025-01-15T10:30:00.000Z" },
                { "id": "member_sales", "email": "sales@example.com", "name": "Sam", "role": "member", "createdAt": "2025-02-01T08:00:00.000Z" }
              ]
            }
            """);
        _server.Respond("PATCH", Context, """{"prospect":{"id":"prospect_abc123","assignedToMemberId":"member_sales"}}""");

        var salesRep = await _server.Inbox.Members.FindByEmailAsync("sales@example.com");
        var prospect = await _server.Inbox.Prospects.UpdateAsync("prospect_abc123", new() { AssigneeId = salesRep!.Id });

        salesRep.Should().Be(new Member
        {
            Id = "member_sales",
            Email = "sales@example.com",
            Name = "Sam",
            Role = MemberRole.Member,
            CreatedAt = new DateTimeOffset(2025, 2, 1, 8, 0, 0, TimeSpan.Zero),
        });
        prospect.AssigneeId.Should().Be("member_sales");
        _server.Sent.Should().HaveCount(2);
        _server.Sent[0].ShouldBe("GET /members");
        _server.Sent[1].ShouldBe("PATCH " + Context, body: """{ "assignedToMemberId": "member_sales" }""");
    }

    [Fact]
    public async Task UpdateAsync_CompleteUpdate_SendsTheGuidesRequestAndReadsItsPartialResponse()
    {
        // Verbatim from the guide: without platformId, platform and verified.
        _server.Respond("PATCH", Context, """
            {
            "prospect" : {
            "id" : "prospect_abc123" ,
            "platformUsername" : "johndoe" ,
            "notes" : "Decision maker at Acme Corp" ,
            "valuation" : 75000 ,
            "tags" : [
            { "id" : "tag_enterprise" , "name" : "Enterprise" , "color" : "#4F46E5" },
            { "id" : "tag_decision_maker" , "name" : "Decision Maker" , "color" : "#059669" }
            ],
            "status" : { "id" : "status_qualified" , "name" : "Qualified" , "color" : "#0EA5E9" },
            "assignedToMemberId" : "member_sales_lead" ,
            "done" : false
            }
            }
            """);

        var prospect = await _server.Inbox.Prospects.UpdateAsync("prospect_abc123", new()
        {
            Notes = "Decision maker at Acme Corp",
            Valuation = 75000,
            TagIds = ["tag_enterprise", "tag_decision_maker"],
            StatusId = "status_qualified",
            AssigneeId = "member_sales_lead",
            IsDone = false,
        });

        _server.Only.ShouldBe("PATCH " + Context, body: """
            {
              "notes": "Decision maker at Acme Corp",
              "valuation": 75000,
              "tagIds": ["tag_enterprise", "tag_decision_maker"],
              "statusId": "status_qualified",
              "assignedToMemberId": "member_sales_lead",
              "done": false
            }
            """);
        prospect.Should().BeEquivalentTo(new Prospect
        {
            Id = "prospect_abc123",
            PlatformId = "",
            Platform = default,
            Username = "johndoe",
            Notes = "Decision maker at Acme Corp",
            Valuation = 75000,
            Tags =
            [
                new Tag { Id = "tag_enterprise", Name = "Enterprise", Color = "#4F46E5" },
                new Tag { Id = "tag_decision_maker", Name = "Decision Maker", Color = "#059669" },
            ],
            Status = new Status { Id = "status_qualified", Name = "Qualified", Color = "#0EA5E9" },
            AssigneeId = "member_sales_lead",
            IsDone = false,
        });
    }
}
