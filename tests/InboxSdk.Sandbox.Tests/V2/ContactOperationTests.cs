namespace InboxSdk.Sandbox.Tests.V2;

public sealed class ContactOperationTests
{
    [Fact]
    public async Task Get_GuidesExample_HasEveryField()
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync("contacts/prospectabc123")).Text.Should().Be("""
            {"id":"prospectabc123","profiles":[{"id":"profile0prospectabc123","platform":"twitter","platformId":"1234567890","username":"johndoe",
            "handle":"@johndoe","displayName":"John Doe","avatarUrl":null,"bio":"Software Engineer | Building cool stuff","location":null,"websiteUrl":null,
            "websiteDomain":null,"verified":false,"isOrganization":false,"isProtected":false,"followerCount":5420,"followingCount":892,"postCount":null,
            "engagementCount":null,"listedCount":null,"accountStatus":"active","platformCreatedAt":null,"profileUrl":"https://x.com/johndoe",
            "updatedAt":"2025-01-01T00:00:00.000Z","platformData":{"_tag":"twitter","badge":null,"profileType":"personal","professionalCategory":null,
            "urlEntities":[],"bannerUrl":null,"rawData":null}}],"statusId":null,"tagIds":[],"notes":null,"valuation":null,"assigneeId":null,
            "createdAt":"2025-01-01T00:00:00.000Z","updatedAt":"2025-01-01T00:00:00.000Z"}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Get_Expanded_EmbedsTheObjectsBesideTheirIds()
    {
        await using var api = await V2Api.StartAsync();
        api.State.Update(api.State.FindProspect("prospect_abc123")! with { StatusId = "status_new", TagIds = ["tag_partner"], AssigneeId = "member_owner" });

        (await api.GetAsync("contacts/prospectabc123?expand=status&expand=tags&expand=assignee")).Text.Should().EndWith("""
            "status":{"id":"statusnew","name":"New","color":"#6b7280","createdAt":"2025-01-01T00:00:00.000Z"},
            "tags":[{"id":"tagpartner","name":"Partner","color":"#14b8a6"}],
            "assignee":{"id":"memberowner","name":"Olivia Park","email":"olivia@example.com","imageUrl":null,"role":"owner","createdAt":"2025-01-01T00:00:00.000Z"}}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("platform=twitter&platformId=1234567890", "prospectabc123")]
    [InlineData("platform=twitter&platformId=1234567890&platformId=nope&platformId=1234567890", "prospectabc123")]
    [InlineData("platform=twitter&username=JohnDoe", "prospectabc123")]
    [InlineData("platform=twitter&platformId=1")]
    [InlineData("platform=linkedin&platformId=1234567890")]
    [InlineData("platform=linkedin&username=johndoe")]
    public async Task List_ByProfile_FindsItsContacts(string query, params string[] expected)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync($"contacts?{query}")).Ids().Should().Equal(expected);
    }

    [Fact]
    public async Task List_ProfileOnAnotherPlatform_FindsTheSameContact()
    {
        await using var api = await V2Api.StartAsync();
        var person = api.State.Prospects.First(prospect => prospect.OtherProfiles is [var only] && only.Platform == Platform.LinkedIn);

        var found = await api.GetAsync($"contacts?platform=linkedin&platformId={person.OtherProfiles[0].PlatformId}");

        found.Ids().Should().Equal(person.Id);
        found.Json.GetProperty("data")[0].GetProperty("profiles").EnumerateArray().Select(profile => profile.GetProperty("platform").GetString())
            .Should().Equal("twitter", "linkedin");
    }

    [Fact]
    public async Task List_InPages_IsOldestFirst()
    {
        await using var api = await V2Api.StartAsync();
        var people = api.State.Prospects.Where(prospect => prospect.Platform == Platform.X).Take(30).ToList();
        var query = $"contacts?limit=7&platform=twitter&{string.Join('&', Enumerable.Reverse(people).Select(person => $"platformId={person.PlatformId}"))}";

        var ids = new List<string>();
        var page = await api.GetAsync(query);
        for (ids.AddRange(page.Ids()); page.NextCursor() is { } cursor; ids.AddRange(page.Ids()))
            page = await api.GetAsync($"{query}&cursor={cursor}");

        ids.Should().Equal(people.OrderBy(person => person.CreatedAt).Select(person => person.Id));
    }

    [Fact]
    public async Task Update_SomeFields_LeavesTheOthersAlone()
    {
        await using var api = await V2Api.StartAsync();

        await api.PatchAsync("contacts/prospectabc123", """{"notes":"Demo","valuation":12000.5,"status":"qualified","assigneeId":"memberowner"}""");
        var cleared = await api.PatchAsync("contacts/prospectabc123", """{"notes":null,"valuation":null}""");

        cleared.Text.Should().Contain("""statusId":"statusqualified","tagIds":[],"notes":null,"valuation":null,"assigneeId":"memberowner",""");
        var prospect = api.State.FindProspect("prospect_abc123")!;
        (prospect.StatusId, prospect.Notes, prospect.Valuation, prospect.AssigneeId).Should().Be(("statusqualified", null, null, "memberowner"));
    }

    [Theory]
    [InlineData("demo SCHEDULED")]
    [InlineData("statusdemoscheduled")]
    public async Task Update_StatusByNameOrId_IsTheSame(string status)
    {
        await using var api = await V2Api.StartAsync();

        (await api.PatchAsync("contacts/prospectabc123", $$"""{"status":"{{status}}"}""")).Text("statusId").Should().Be("statusdemoscheduled");
        (await api.PatchAsync("contacts/prospectabc123", """{"status":null}""")).Text("statusId").Should().BeNull();
    }

    [Fact]
    public async Task AddAndRemoveTag_Repeated_AreDoneOnce()
    {
        await using var api = await V2Api.StartAsync();

        foreach (var reference in new[] { "taghotlead", "HOT%20lead", "tagpartner" })
            (await api.PutAsync($"contacts/prospectabc123/tags/{reference}")).Status.Should().Be(HttpStatusCode.NoContent);
        api.State.FindProspect("prospect_abc123")!.TagIds.Should().Equal("taghotlead", "tagpartner");

        foreach (var _ in new[] { 1, 2 })
            (await api.DeleteAsync("contacts/prospectabc123/tags/hot%20lead")).Status.Should().Be(HttpStatusCode.NoContent);
        api.State.FindProspect("prospect_abc123")!.TagIds.Should().Equal("tagpartner");
        api.State.Events.Select(each => each.Data).Should().Equal("""{"tagIds":["taghotlead"]}""", """{"tagIds":["taghotlead","tagpartner"]}""", """{"tagIds":["tagpartner"]}""");
    }

    [Fact]
    public async Task AddTag_NameWithAccentsAndASlash_IsFound()
    {
        await using var api = await V2Api.StartAsync();
        api.State.AddTag(new() { Id = "tag_cafe", Name = "Café/Bar" });

        (await api.PutAsync("contacts/prospectabc123/tags/cafe%2Fbar")).Status.Should().Be(HttpStatusCode.NoContent);

        api.State.FindProspect("prospect_abc123")!.TagIds.Should().Equal("tagcafe");
    }

    [Theory]
    [InlineData("contacts/unknown/tags/taghotlead", "contactNotFound")]
    [InlineData("contacts/prospectabc123/tags/nothing", "tagNotFound")]
    public async Task AddAndRemoveTag_UnknownPart_IsNotFound(string path, string code)
    {
        await using var api = await V2Api.StartAsync();

        (await api.PutAsync(path)).ShouldBeV2Error(404, code);
        (await api.DeleteAsync(path)).ShouldBeV2Error(404, code);
    }
}
