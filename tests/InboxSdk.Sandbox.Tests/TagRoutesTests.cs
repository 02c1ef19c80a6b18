namespace InboxSdk.Sandbox.Tests;

public sealed class TagRoutesTests
{
    [Fact]
    public async Task List_Seeded_HoldsTheGuidesTags()
    {
        await using var api = await TestApi.StartEmptyAsync();

        var response = await api.GetAsync("tags");

        response.Text.Should().StartWith("""{"tags":[{"id":"tag_hot_lead","name":"Hot Lead","color":"#EF4444"},{"id":"tag_enterprise",""");
        response.Json.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString())
            .Should().Contain("Hot Lead", "Enterprise", "Decision Maker").And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Colors_Always_AreDistinctHexColors()
    {
        await using var api = await TestApi.StartEmptyAsync();

        var colors = (await api.GetAsync("tags/colors")).Json.GetProperty("colors").EnumerateArray().Select(color => color.GetString()!).ToArray();

        colors.Should().Contain("#EF4444").And.OnlyHaveUniqueItems();
        colors.Should().OnlyContain(color => System.Text.RegularExpressions.Regex.IsMatch(color, "^#[0-9A-F]{6}$"));
    }

    [Fact]
    public async Task Create_NewName_ReturnsTheTagAndListsItLast()
    {
        await using var api = await TestApi.StartEmptyAsync();

        var created = await api.PostAsync("tags", """{"name":" Champion ","color":"#a1b2c3","emoji":"x"}""");

        created.Status.Should().Be(HttpStatusCode.Created);
        created.Text.Should().Be("""{"tag":{"id":"tag_000001","name":"Champion","color":"#a1b2c3"}}""");
        (await api.GetAsync("tags")).Text.Should().EndWith("""{"id":"tag_000001","name":"Champion","color":"#a1b2c3"}]}""");
    }

    [Fact]
    public async Task Create_IdItWouldGiveIsTaken_GivesAnother()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.State.AddTag(new() { Id = "tag_000001", Name = "Mine" });

        var created = await api.PostAsync("tags", """{"name":"Theirs","color":"#000000"}""");

        created.Json.GetProperty("tag").GetProperty("id").GetString().Should().Be("tag_000002");
    }

    [Theory]
    [InlineData("Hot Lead")]
    [InlineData("hot LEAD ")]
    public async Task Create_NameTaken_IsAConflict(string name)
    {
        await using var api = await TestApi.StartEmptyAsync();

        (await api.PostAsync("tags", $$"""{"name":"{{name}}","color":"#EF4444"}""")).ShouldBeError(409, "TAG_NAME_TAKEN").Should().Contain(name.Trim());
    }

    [Theory]
    [InlineData("""{"color":"#EF4444"}""", "'name'")]
    [InlineData("""{"name":"  ","color":"#EF4444"}""", "'name'")]
    [InlineData("""{"name":null,"color":"#EF4444"}""", "'name'")]
    [InlineData("""{"name":1,"color":"#EF4444"}""", "'name'")]
    [InlineData("""{"name":"a"}""", "'color'")]
    [InlineData("""{"name":"a","color":"red"}""", "'color'")]
    [InlineData("""{"name":"a","color":"#EF444"}""", "'color'")]
    [InlineData("""{"name":"a","color":"#GGGGGG"}""", "'color'")]
    [InlineData("""{"name":"a","color":16711680}""", "'color'")]
    [InlineData("""{"name":"Hot Lead","color":16711680}""", "'color'")]
    public async Task Create_Invalid_NamesTheFieldAndCreatesNothing(string body, string names)
    {
        await using var api = await TestApi.StartEmptyAsync();
        var before = api.State.Tags;

        (await api.PostAsync("tags", body)).ShouldBeError(422, "VALIDATION_FAILED").Should().Contain(names);

        api.State.Tags.Should().Equal(before);
    }

    [Fact]
    public async Task Update_NameOrColor_ShowsOnEveryProspectWithTheTag()
    {
        await using var api = await TestApi.StartAsync();
        await api.PatchAsync("prospects/prospect_abc123/context", """{"tagIds":["tag_enterprise"]}""");

        var renamed = await api.PatchAsync("tags/tag_enterprise", """{"name":"Large"}""");
        var colored = await api.PatchAsync("tags/tag_enterprise", """{"color":"#000000"}""");

        renamed.Text.Should().Be("""{"tag":{"id":"tag_enterprise","name":"Large","color":"#4F46E5"}}""");
        colored.Text.Should().Be("""{"tag":{"id":"tag_enterprise","name":"Large","color":"#000000"}}""");
        (await api.GetAsync("prospects/prospect_abc123")).Text.Should().Contain(""""tags":[{"id":"tag_enterprise","name":"Large","color":"#000000"}]"""");
    }

    [Fact]
    public async Task Update_OwnNameInAnotherCase_IsTaken()
    {
        await using var api = await TestApi.StartEmptyAsync();

        (await api.PatchAsync("tags/tag_enterprise", """{"name":"ENTERPRISE"}""")).Status.Should().Be(HttpStatusCode.OK);
        (await api.PatchAsync("tags/tag_enterprise", """{"name":"partner"}""")).ShouldBeError(409, "TAG_NAME_TAKEN");
        api.State.FindTag("tag_enterprise")!.Name.Should().Be("ENTERPRISE");
    }

    [Theory]
    [InlineData("""{"name":""}""", "'name'")]
    [InlineData("""{"name":"fine","color":"blue"}""", "'color'")]
    [InlineData("""{"color":null}""", "'color'")]
    [InlineData("""{"name":"Hot Lead","color":null}""", "'color'")]
    public async Task Update_Invalid_ChangesNothing(string body, string names)
    {
        await using var api = await TestApi.StartEmptyAsync();
        var before = api.State.FindTag("tag_enterprise");

        (await api.PatchAsync("tags/tag_enterprise", body)).ShouldBeError(422, "VALIDATION_FAILED").Should().Contain(names);

        api.State.FindTag("tag_enterprise").Should().BeSameAs(before);
    }

    [Fact]
    public async Task Delete_TagInUse_TakesItOffEveryProspect()
    {
        await using var api = await TestApi.StartAsync();
        await api.PatchAsync("prospects/prospect_abc123/context", """{"tagIds":["tag_hot_lead","tag_enterprise"]}""");

        var response = await api.DeleteAsync("tags/tag_enterprise");

        response.Status.Should().Be(HttpStatusCode.NoContent);
        response.Text.Should().BeEmpty();
        api.State.FindTag("tag_enterprise").Should().BeNull();
        api.State.FindProspect("prospect_abc123")!.TagIds.Should().Equal("taghotlead");
        api.State.Prospects.Should().OnlyContain(prospect => !prospect.TagIds.Contains("tagenterprise"));
        (await api.ThreadIdsAsync("filter[tagIds][0]=tag_enterprise")).Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAndDelete_UnknownId_AreNotFound()
    {
        await using var api = await TestApi.StartEmptyAsync();

        (await api.PatchAsync("tags/nope", "{}")).ShouldBeError(404, "TAG_NOT_FOUND");
        (await api.DeleteAsync("tags/nope")).ShouldBeError(404, "TAG_NOT_FOUND");
    }
}
