namespace InboxSdk.Sandbox.Tests.V2;

public sealed class LabelOperationTests
{
    [Fact]
    public async Task Tags_List_IsOnePageByName()
    {
        await using var api = await V2Api.StartAsync();

        var page = await api.GetAsync("tags");

        page.Ids().Should().Equal("tagcreator", "tagdecisionmaker", "tagenterprise", "tagfollowup", "taghighvalue", "taghotlead", "tagnewsletter", "tagpartner");
        page.NextCursor().Should().BeNull();
    }

    [Theory]
    [InlineData("taghotlead")]
    [InlineData("Hot%20Lead")]
    [InlineData("h%C3%B3t%20LEAD")]
    public async Task Tag_ByIdOrName_IsTheSame(string reference)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync($"tags/{reference}")).Text.Should().Be("""{"id":"taghotlead","name":"Hot Lead","color":"#ef4444"}""");
    }

    [Fact]
    public async Task Tag_ByNameWithAPercentSignOrASlash_IsDecodedOnce()
    {
        await using var api = await V2Api.StartAsync();
        api.State.AddTag(new() { Id = "tag_slash", Name = "a/b" });
        api.State.AddTag(new() { Id = "tag_percent", Name = "a%2Fb" });

        (await api.GetAsync("tags/a%2Fb")).Text("id").Should().Be("tagslash");
        (await api.GetAsync("tags/a%252Fb")).Text("id").Should().Be("tagpercent");
        (await api.PutAsync("contacts/prospectabc123/tags/a%252fb")).Status.Should().Be(HttpStatusCode.NoContent);
        (await api.DeleteAsync("tags/a%252Fb")).Status.Should().Be(HttpStatusCode.NoContent);

        api.State.FindTag("tag_slash").Should().NotBeNull();
        api.Sandbox.Requests.Select(request => request.Operation).Should().Equal("tags.get", "tags.get", "contacts.addTag", "tags.delete");
    }

    [Theory]
    [InlineData("tags/%20Hot%20Lead%20", "taghotlead")]
    [InlineData("statuses/%09qualified%20", "statusqualified")]
    public async Task Label_ByANameWithSpaceAroundIt_IsFound(string path, string id)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync(path)).Text("id").Should().Be(id);
    }

    [Fact]
    public async Task Label_ByANameWithSpaceAroundIt_IsFoundInFiltersAndBodies()
    {
        await using var api = await V2Api.StartAsync();
        await api.PutAsync("contacts/prospectabc123/tags/%20partner");

        (await api.PatchAsync("contacts/prospectabc123", """{"status":" Proposal "}""")).Text("statusId").Should().Be("statusproposal");
        (await api.GetAsync("threads?tag=partner%20&contactId=prospectabc123")).Ids().Should().Equal("threadabc123");
        (await api.GetAsync("threads?status=%20proposal&contactId=prospectabc123")).Ids().Should().Equal("threadabc123");
    }

    [Theory]
    [InlineData("POST", "tags", "Partner")]
    [InlineData("POST", "statuses", "Qualified")]
    [InlineData("PATCH", "tags/tagcreator", "Partner")]
    [InlineData("PATCH", "statuses/statusnew", "Qualified")]
    public async Task Write_NameTakenAndColorOfAWrongType_IsAnInvalidRequest(string method, string path, string name)
    {
        await using var api = await V2Api.StartAsync();

        (await api.SendAsync(method, path, $$"""{"name":"{{name}}","color":5}""")).ShouldReject("color");
    }

    [Fact]
    public async Task Tag_NameThatIsAnothersId_YieldsToTheId()
    {
        await using var api = await V2Api.StartAsync();
        api.State.AddTag(new() { Id = "tag_odd", Name = "tagpartner" });

        (await api.GetAsync("tags/tagpartner")).Text("name").Should().Be("Partner");
    }

    [Theory]
    [InlineData("Blue", "#3b82f6")]
    [InlineData("#ABCDEF", "#abcdef")]
    [InlineData("abcdef", "#abcdef")]
    public async Task Tag_Create_TakesAPaletteNameOrHex(string color, string stored)
    {
        await using var api = await V2Api.StartAsync();

        var created = await api.PostAsync("tags", $$"""{"name":" VIP ","color":"{{color}}"}""");

        created.Status.Should().Be(HttpStatusCode.Created);
        created.Text.Should().Be($$"""{"id":"tag000001","name":"VIP","color":"{{stored}}"}""");
        (await api.GetAsync("tags/vip")).Text.Should().Be(created.Text);
    }

    [Fact]
    public async Task Tag_CreateWithoutAColor_TakesOneOfThePalette()
    {
        await using var api = await V2Api.StartAsync();

        (await api.PostAsync("tags", """{"name":"VIP"}""")).Text("color").Should().MatchRegex("^#[0-9a-f]{6}$");
    }

    [Theory]
    [InlineData("tags", "enterprise")]
    [InlineData("tags", "Énterprise")]
    [InlineData("statuses", "QUALIFIED")]
    public async Task Create_NameTaken_IsAConflict(string path, string name)
    {
        await using var api = await V2Api.StartAsync();

        (await api.PostAsync(path, $$"""{"name":"{{name}}"}""")).ShouldBeV2Error(409, "nameTaken").Should().Be($$"""{"name":"{{name}}"}""");
    }

    [Fact]
    public async Task Tag_Create_EndsAtAHundred()
    {
        await using var api = await V2Api.StartAsync();
        for (var number = api.State.Tags.Count; number < 100; number++)
            (await api.PostAsync("tags", $$"""{"name":"Tag {{number}}"}""")).Status.Should().Be(HttpStatusCode.Created);

        (await api.PostAsync("tags", """{"name":"One more"}""")).ShouldBeV2Error(422, "tagLimitReached").Should().Be("""{"max":100}""");
    }

    [Fact]
    public async Task Tag_UpdateAndDelete_ByName()
    {
        await using var api = await V2Api.StartAsync();
        await api.PutAsync("contacts/prospectabc123/tags/enterprise");

        (await api.PatchAsync("tags/Enterprise", """{"name":"enterprise","color":"red"}""")).Text
            .Should().Be("""{"id":"tagenterprise","name":"enterprise","color":"#ef4444"}""");
        (await api.PatchAsync("tags/enterprise", """{"name":"partner"}""")).ShouldBeV2Error(409, "nameTaken");
        (await api.DeleteAsync("tags/enterprise")).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.DeleteAsync("tags/enterprise")).ShouldBeV2Error(404, "tagNotFound");
        (await api.GetAsync("contacts/prospectabc123")).Json.GetProperty("tagIds").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Status_CreateUpdateAndDelete_KeepTheBoardsOrder()
    {
        await using var api = await V2Api.StartAsync();
        await api.PatchAsync("contacts/prospectabc123", """{"status":"Proposal"}""");

        var created = await api.PostAsync("statuses", """{"name":"Won"}""");
        (created.Status, created.Text("id"), created.Text("color")).Should().Be((HttpStatusCode.Created, "status000001", null));
        (await api.PatchAsync("statuses/won", """{"color":"green"}""")).Text("color").Should().Be("#22c55e");
        (await api.PatchAsync("statuses/won", """{"color":null,"name":"Signed"}""")).Text.Should().Contain("""name":"Signed","color":null,""");
        (await api.DeleteAsync("statuses/proposal")).Status.Should().Be(HttpStatusCode.NoContent);

        (await api.GetAsync("statuses")).Ids().Should().Equal("statusnew", "statusqualified", "statusdemoscheduled", "statusclosed", "status000001");
        (await api.DeleteAsync("statuses/proposal")).ShouldBeV2Error(404, "statusNotFound");
        (await api.PatchAsync("statuses/proposal", "{}")).ShouldBeV2Error(404, "statusNotFound");
        (await api.PatchAsync("statuses/signed", """{"name":"new"}""")).ShouldBeV2Error(409, "nameTaken");
        (await api.GetAsync("contacts/prospectabc123")).Text("statusId").Should().BeNull();
    }
}
