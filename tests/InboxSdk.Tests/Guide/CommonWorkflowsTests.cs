namespace InboxSdk.Tests.Guide;

/// <summary>The guide's section "Common Workflows".</summary>
public sealed class CommonWorkflowsTests : IClassFixture<GuideServer>
{
    private readonly GuideServer _server;

    public CommonWorkflowsTests(GuideServer server)
    {
        _server = server;
        _server.Reset();
    }

    [Fact]
    public async Task UpdateAsync_LeadScoreAboveTheBar_AppliesTheTag()
    {
        _server.Respond("GET", "/prospects/prospect_abc123", """
            {
              "prospect": {
                "id": "prospect_abc123", "platformId": "1234567890", "platform": "x", "platformUsername": "janedoe",
                "description": "Founder & CEO", "verified": true, "followersCount": 120000, "url": "https://janedoe.example", "tags": [], "done": false
              }
            }
            """);
        _server.Respond("PATCH", "/prospects/prospect_abc123/context", """{"prospect":{"id":"prospect_abc123","tags":[{"id":"tag_high_value"}]}}""");

        var prospect = await _server.Inbox.Prospects.GetAsync("prospect_abc123");
        var score = LeadScore(prospect);
        if (score >= 70)
            prospect = await _server.Inbox.Prospects.UpdateAsync(prospect.Id, new() { TagIds = ["tag_high_value"] });

        score.Should().Be(30 + 15 + 25 + 10);
        prospect.Tags.Should().ContainSingle().Which.Id.Should().Be("tag_high_value");
        _server.Sent.Should().HaveCount(2);
        _server.Sent[0].ShouldBe("GET /prospects/prospect_abc123");
        _server.Sent[1].ShouldBe("PATCH /prospects/prospect_abc123/context", body: """{ "tagIds": ["tag_high_value"] }""");
    }

    [Fact]
    public async Task UpdateAsync_OneOfABulkFails_LeavesTheOthersAlone()
    {
        _server.Respond("PATCH", "/prospects/prospect_1/context", """{"prospect":{"id":"prospect_1","status":{"id":"status_qualified"}}}""");
        _server.Respond(
            "PATCH", "/prospects/prospect_2/context", """{"error":{"code":"PROSPECT_NOT_FOUND","message":"Prospect not found","status":404}}""", status: 404);
        _server.Respond("PATCH", "/prospects/prospect_3/context", """{"prospect":{"id":"prospect_3","status":{"id":"status_nurture"}}}""");
        (string ProspectId, ProspectUpdate Context)[] updates =
        [
            ("prospect_1", new() { StatusId = "status_qualified" }),
            ("prospect_2", new() { StatusId = "status_qualified" }),
            ("prospect_3", new() { StatusId = "status_nurture" }),
        ];

        var results = new List<(string ProspectId, bool Success, string? Error)>();
        foreach (var (prospectId, context) in updates)
        {
            try
            {
                await _server.Inbox.Prospects.UpdateAsync(prospectId, context);
                results.Add((prospectId, true, null));
            }
            catch (InboxException exception)
            {
                results.Add((prospectId, false, exception.Message));
            }
        }

        results.Select(result => result.Success).Should().Equal(true, false, true);
        results[1].Error.Should().Contain("PROSPECT_NOT_FOUND");
        _server.Sent.Should().HaveCount(3);
        _server.Sent[0].ShouldBe("PATCH /prospects/prospect_1/context", body: """{ "statusId": "status_qualified" }""");
        _server.Sent[1].ShouldBe("PATCH /prospects/prospect_2/context", body: """{ "statusId": "status_qualified" }""");
        _server.Sent[2].ShouldBe("PATCH /prospects/prospect_3/context", body: """{ "statusId": "status_nurture" }""");
    }

    [Fact]
    public async Task ListAsync_ThreadsOfOneTag_SendsTheBracketsOfTheGuide()
    {
        _server.Respond("GET", "/threads", """
            {
              "threads": [
                { "id": "thread_1", "prospectId": "prospect_1", "prospect": { "id": "prospect_1", "platformUsername": "johndoe" } },
                { "id": "thread_2", "prospectId": "prospect_2", "prospect": { "id": "prospect_2", "platformUsername": "janedoe" } }
              ],
              "nextCursor": null
            }
            """);

        var threads = await _server.Inbox.Threads.ListAsync(new() { View = InboxView.Default, TagIds = ["tag_enterprise"] }).ToListAsync();

        threads.Select(thread => (thread.ProspectId, thread.Prospect.Username, thread.Id))
            .Should().Equal(("prospect_1", "johndoe", "thread_1"), ("prospect_2", "janedoe", "thread_2"));
        _server.Only.ShouldBe("GET /threads", ["limit=100", "inboxView=default", "filter[tagIds][0]=tag_enterprise"]);
    }

    [Fact]
    public async Task ListAsync_Export_EnumeratesThePagesByTheCursorVerbatim()
    {
        RespondWithTwoPages();

        var threads = await _server.Inbox.Threads.ListAsync().ToListAsync();

        var rows = threads.Select(thread => new
        {
            ProspectId = thread.Prospect.Id,
            thread.Prospect.PlatformId,
            Username = thread.Prospect.Username,
            Name = thread.Prospect.Name ?? "",
            Followers = thread.Prospect.FollowerCount ?? 0,
            thread.Prospect.IsVerified,
            Tags = string.Join("; ", thread.Prospect.Tags.Select(tag => tag.Name)),
            Status = thread.Prospect.Status?.Name ?? "",
            Notes = thread.Prospect.Notes ?? "",
        });
        rows.Should().Equal(
            new
            {
                ProspectId = "prospect_1",
                PlatformId = "11",
                Username = "johndoe",
                Name = "John Doe",
                Followers = 5420L,
                IsVerified = true,
                Tags = "Enterprise; Decision Maker",
                Status = "Qualified",
                Notes = "Budget approved",
            },
            new
            {
                ProspectId = "prospect_2",
                PlatformId = "22",
                Username = "janedoe",
                Name = "",
                Followers = 0L,
                IsVerified = false,
                Tags = "",
                Status = "",
                Notes = "",
            });
        AssertTwoPagesWereAskedFor();
    }

    [Fact]
    public async Task ListAsync_ExportOfProspects_EnumeratesTheSamePages()
    {
        RespondWithTwoPages();

        var prospects = await _server.Inbox.Prospects.ListAsync().ToListAsync();

        prospects.Select(prospect => prospect.Id).Should().Equal("prospect_1", "prospect_2");
        AssertTwoPagesWereAskedFor();
    }

    [Fact]
    public async Task ListAsync_LastPageWithoutNextCursor_EndsTheEnumeration()
    {
        _server.Respond("GET", "/threads", """{"threads":[{"id":"thread_1"}]}""");

        var threads = await _server.Inbox.Threads.ListAsync().ToListAsync();

        threads.Should().ContainSingle().Which.Id.Should().Be("thread_1");
        _server.Only.ShouldBe("GET /threads", ["limit=100"]);
    }

    // The cursor contains reserved characters of a query, so that a missing escape fails the test.
    private void RespondWithTwoPages() => _server.RespondInTurn(
        "GET",
        "/threads",
        """
        {
          "threads": [
            {
              "id": "thread_1",
              "prospect": {
                "id": "prospect_1", "platformId": "11", "platformUsername": "johndoe", "name": "John Doe", "followersCount": 5420, "verified": true,
                "tags": [{ "id": "tag_enterprise", "name": "Enterprise" }, { "id": "tag_decision_maker", "name": "Decision Maker" }],
                "status": { "id": "status_qualified", "name": "Qualified" }, "notes": "Budget approved"
              }
            }
          ],
          "nextCursor": { "id": "thread+1/=&é", "timestamp": "2025-01-15T10:30:00.000+00:00" }
        }
        """,
        """
        {
          "threads": [{ "id": "thread_2", "prospect": { "id": "prospect_2", "platformId": "22", "platformUsername": "janedoe" } }],
          "nextCursor": null
        }
        """);

    private void AssertTwoPagesWereAskedFor()
    {
        _server.Sent.Should().HaveCount(2);
        _server.Sent[0].ShouldBe("GET /threads", ["limit=100"]);
        _server.Sent[1].ShouldBe("GET /threads", ["limit=100", "cursor[id]=thread+1/=&é", "cursor[timestamp]=2025-01-15T10:30:00.000+00:00"]);
    }

    // The guide's calculateLeadScore, line by line, which shows that a typed prospect has all the values it requires.
    private static int LeadScore(Prospect prospect)
    {
        var score = prospect.FollowerCount switch { > 100_000 => 30, > 10_000 => 20, > 1_000 => 10, _ => 0 };
        if (prospect.IsVerified)
            score += 15;
        string[] keywords = ["founder", "ceo", "director", "head of", "vp"];
        if (keywords.Any(keyword => prospect.Bio?.Contains(keyword, StringComparison.OrdinalIgnoreCase) == true))
            score += 25;
        if (prospect.WebsiteUrl is not null)
            score += 10;
        return score;
    }
}
