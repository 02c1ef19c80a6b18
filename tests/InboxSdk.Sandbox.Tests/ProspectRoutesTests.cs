namespace InboxSdk.Sandbox.Tests;

public sealed class ProspectRoutesTests
{
    private const string Everything = """
        {"notes":"Decision maker at Acme Corp","valuation":75000,"tagIds":["tag_enterprise","tag_decision_maker"],
         "statusId":"status_qualified","assignedToMemberId":"member_sales_lead","done":true}
        """;

    [Fact]
    public async Task Lookup_GuideExample_ReturnsAsTheGuideShows()
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.GetAsync("prospects/lookup?platformId=1234567890");

        response.Status.Should().Be(HttpStatusCode.OK);
        response.ContentHeaders.ContentType!.ToString().Should().Be("application/json; charset=utf-8");
        response.Text.Should().Be("""
            {"prospect":{"id":"prospect_abc123","platformId":"1234567890","platform":"x","platformUsername":"johndoe","name":"John Doe",
            "description":"Software Engineer | Building cool stuff","verified":false,"followersCount":5420,"followingCount":892,
            "tags":[],"status":null,"done":false}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Lookup_NoProspectHasTheId_ReturnsNull()
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.GetAsync("prospects/lookup?platformId=42");

        response.Status.Should().Be(HttpStatusCode.OK);
        response.Text.Should().Be("""{"prospect":null}""");
    }

    [Fact]
    public async Task Lookup_SameIdOnAnotherPlatform_ReturnsTheOneOnX()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.State.AddProspect(new() { Id = "elsewhere", Platform = Platform.Instagram, PlatformId = "7", Username = "a" });

        (await api.GetAsync("prospects/lookup?platformId=7")).Text.Should().Be("""{"prospect":null}""");
        api.State.AddProspect(new() { Id = "here", PlatformId = "7", Username = "a" });
        (await api.GetAsync("prospects/lookup?platformId=7")).Json.GetProperty("prospect").GetProperty("id").GetString().Should().Be("here");
    }

    [Theory]
    [InlineData("prospects/lookup", "required")]
    [InlineData("prospects/lookup?platformId=", "empty")]
    [InlineData("prospects/lookup?platformId=1&platformId=2", "2 times")]
    public async Task Lookup_WithoutOnePlatformId_IsABadRequest(string path, string says)
    {
        await using var api = await TestApi.StartEmptyAsync();

        (await api.GetAsync(path)).ShouldBeError(400, "BAD_REQUEST").Should().Contain("'platformId'").And.Contain(says);
    }

    [Fact]
    public async Task Get_EveryFieldKnown_WritesEveryFieldInTheGuidesOrder()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.State.AddProspect(new()
        {
            Id = "p1",
            PlatformId = "9",
            Username = "zoe",
            Name = "Zoë \"Z\" <b>",
            Bio = "☕ & 🚀",
            AvatarUrl = "https://example.com/z.jpg",
            IsVerified = true,
            FollowerCount = 0,
            FollowingCount = 3,
            Location = "Zürich",
            WebsiteUrl = "https://example.com",
            Notes = "one\ntwo",
            Valuation = 1250.5m,
            TagIds = ["tag_enterprise"],
            StatusId = "status_new",
            AssigneeId = "member_owner",
            IsDone = true,
        });

        (await api.GetAsync("prospects/p1")).Text.Should().Be(
            "{\"prospect\":{\"id\":\"p1\",\"platformId\":\"9\",\"platform\":\"x\",\"platformUsername\":\"zoe\",\"name\":\"Zoë \\\"Z\\\" <b>\","
            + "\"description\":\"☕ & \\uD83D\\uDE80\",\"profileImageUrl\":\"https://example.com/z.jpg\","
            + "\"verified\":true,\"followersCount\":0,\"followingCount\":3,"
            + "\"location\":\"Zürich\",\"url\":\"https://example.com\",\"notes\":\"one\\ntwo\",\"valuation\":1250.5,"
            + "\"tags\":[{\"id\":\"tag_enterprise\",\"name\":\"Enterprise\",\"color\":\"#4F46E5\"}],"
            + "\"status\":{\"id\":\"status_new\",\"name\":\"New\",\"color\":\"#6B7280\"},\"assignedToMemberId\":\"member_owner\",\"done\":true}}");
    }

    [Fact]
    public async Task Get_UnknownId_IsNotFound()
    {
        await using var api = await TestApi.StartEmptyAsync();

        (await api.GetAsync("prospects/unknown")).ShouldBeError(404, "PROSPECT_NOT_FOUND").Should().Contain("unknown");
    }

    [Fact]
    public async Task UpdateContext_EveryField_ReturnsThePartialProspectOfTheGuide()
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.PatchAsync("prospects/prospect_abc123/context", Everything);

        response.Status.Should().Be(HttpStatusCode.OK);
        response.Text.Should().Be("""
            {"prospect":{"id":"prospect_abc123","platformUsername":"johndoe","notes":"Decision maker at Acme Corp","valuation":75000,
            "tags":[{"id":"tag_enterprise","name":"Enterprise","color":"#4F46E5"},{"id":"tag_decision_maker","name":"Decision Maker","color":"#059669"}],
            "status":{"id":"status_qualified","name":"Qualified","color":"#0EA5E9"},"assignedToMemberId":"member_sales_lead","done":true}}
            """.ReplaceLineEndings(""));
        var stored = api.State.FindProspect("prospect_abc123")!;
        stored.TagIds.Should().Equal("tagenterprise", "tagdecisionmaker");
        (stored.Notes, stored.Valuation, stored.StatusId).Should().Be(("Decision maker at Acme Corp", 75000m, "statusqualified"));
        (stored.AssigneeId, stored.IsDone, stored.Name).Should().Be(("membersaleslead", true, "John Doe"));
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("valuation")]
    [InlineData("tagIds")]
    [InlineData("statusId")]
    [InlineData("assignedToMemberId")]
    public async Task UpdateContext_Null_ClearsThatFieldAndLeavesTheOthers(string field)
    {
        await using var api = await TestApi.StartAsync();
        await api.PatchAsync("prospects/prospect_abc123/context", Everything);
        var before = api.State.FindProspect("prospect_abc123")!;

        await api.PatchAsync("prospects/prospect_abc123/context", $$"""{"{{field}}":null}""");

        var expected = field switch
        {
            "notes" => before with { Notes = null },
            "valuation" => before with { Valuation = null },
            "tagIds" => before with { TagIds = [] },
            "statusId" => before with { StatusId = null },
            _ => before with { AssigneeId = null },
        };
        api.State.FindProspect("prospect_abc123").Should().BeEquivalentTo(expected);
    }

    [Fact]
    public async Task UpdateContext_TagIds_ReplacesTheSetAndDropsRepeats()
    {
        await using var api = await TestApi.StartAsync();
        await api.PatchAsync("prospects/prospect_abc123/context", Everything);

        await api.PatchAsync("prospects/prospect_abc123/context", """{"tagIds":["tag_partner","tag_hot_lead","tagpartner"]}""");

        api.State.FindProspect("prospect_abc123")!.TagIds.Should().Equal("tagpartner", "taghotlead");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"unknown":1,"name":"Not writable"}""")]
    public async Task UpdateContext_NothingItKnows_ChangesNothing(string body)
    {
        await using var api = await TestApi.StartAsync();
        var before = api.State.FindProspect("prospect_abc123");

        (await api.PatchAsync("prospects/prospect_abc123/context", body)).Status.Should().Be(HttpStatusCode.OK);

        api.State.FindProspect("prospect_abc123").Should().Be(before);
    }

    [Theory]
    [InlineData("""{"notes":"x","tagIds":["tag_hot_lead","tag_nope"]}""", "'tagIds'", "tag_nope")]
    [InlineData("""{"notes":"x","statusId":"status_nurture"}""", "'statusId'", "status_nurture")]
    [InlineData("""{"notes":"x","assignedToMemberId":"member_nope"}""", "'assignedToMemberId'", "member_nope")]
    [InlineData("""{"notes":"x","valuation":"100"}""", "'valuation'", "number")]
    [InlineData("""{"notes":"x","valuation":1e400}""", "'valuation'", "number")]
    [InlineData("""{"valuation":5,"notes":7}""", "'notes'", "string")]
    [InlineData("""{"valuation":5,"notes":"\ud800"}""", "'notes'", "Unicode")]
    [InlineData("""{"notes":"x","tagIds":"tag_hot_lead"}""", "'tagIds'", "array")]
    [InlineData("""{"notes":"x","tagIds":["tag_hot_lead",1]}""", "'tagIds'", "array")]
    [InlineData("""{"notes":"x","statusId":1}""", "'statusId'", "string")]
    [InlineData("""{"notes":"x","done":null}""", "'done'", "true or false")]
    [InlineData("""{"notes":"x","done":"true"}""", "'done'", "true or false")]
    public async Task UpdateContext_AFieldIsInvalid_NamesItAndChangesNothing(string body, string field, string says)
    {
        await using var api = await TestApi.StartAsync();
        var before = api.State.FindProspect("prospect_abc123");

        var response = await api.PatchAsync("prospects/prospect_abc123/context", body);

        response.ShouldBeError(422, "VALIDATION_FAILED").Should().Contain(field).And.Contain(says);
        api.State.FindProspect("prospect_abc123").Should().BeSameAs(before);
    }

    [Theory]
    [InlineData("prospects/prospect_abc123/context")]
    [InlineData("/api/v2/contacts/prospectabc123")]
    public async Task UpdateContext_ValuationBelowZero_IsKept(string path)
    {
        await using var api = await TestApi.StartAsync();

        (await api.PatchAsync(path, """{"valuation":-12.5}""")).Status.Should().Be(HttpStatusCode.OK);

        api.State.FindProspect("prospect_abc123")!.Valuation.Should().Be(-12.5m);
    }

    [Fact]
    public async Task UpdateContext_UnknownProspect_IsNotFound()
    {
        await using var api = await TestApi.StartEmptyAsync();

        (await api.PatchAsync("prospects/unknown/context", "{}")).ShouldBeError(404, "PROSPECT_NOT_FOUND");
    }

    [Fact]
    public async Task UpdateContext_AShortOneWhileALongOneRuns_LosesNeither()
    {
        await using var api = await TestApi.StartAsync();
        // So many tags that reading them takes a while.
        var tagIds = string.Join(',', Enumerable.Repeat("\"tag_partner\"", 50_000));

        for (var round = 1; round <= 20; round++)
        {
            var lengthy = api.PatchAsync("prospects/prospect_abc123/context", $$"""{"valuation":{{round}},"tagIds":[{{tagIds}}]}""");
            for (var i = 1; i <= 10; i++)
                await api.PatchAsync("prospects/prospect_abc123/context", $$"""{"notes":"{{round}}.{{i}}"}""");
            (await lengthy).Status.Should().Be(HttpStatusCode.OK);

            var prospect = api.State.FindProspect("prospect_abc123")!;
            (prospect.Notes, prospect.Valuation).Should().Be(($"{round}.10", round));
        }
    }
}
