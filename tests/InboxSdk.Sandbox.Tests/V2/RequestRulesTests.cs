using System.Net.Http.Headers;

namespace InboxSdk.Sandbox.Tests.V2;

public sealed class RequestRulesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    public async Task AnyRequest_WithoutTheToken_IsUnauthorized(string? authorization)
    {
        await using var api = await V2Api.StartAsync();
        api.Http.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        (await api.GetAsync("tags")).ShouldBeV2Error(401, "unauthorized").Should().Be("null");
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("prospects/lookup?platformId=1")]
    [InlineData("tags/")]
    [InlineData("contacts/a/b")]
    public async Task AnyRequest_UnknownPath_IsNotFoundInTheShapeOfV2(string path)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync(path)).ShouldBeV2Error(404, "notFound").Should().Be("null");
    }

    [Fact]
    public async Task KnownPath_WrongMethod_TellsTheRightOnes()
    {
        await using var api = await V2Api.StartAsync();

        var response = await api.DeleteAsync("tags");

        response.ShouldBeV2Error(405, "methodNotAllowed");
        response.ContentHeaders.Allow.Should().Equal("GET", "POST");
    }

    [Theory]
    [InlineData("tags?limit=1", "limit")]
    [InlineData("team?x=", "x")]
    [InlineData("threads?tag[]=vip", "tag[]")]
    [InlineData("threads?tag%5B0%5D=vip", "tag[0]")]
    [InlineData("contacts/prospectabc123?fields=id", "fields")]
    [InlineData("threads?tag=vip,hot", "tag")]
    [InlineData("threads?accountLinkId=acc_abc123", "accountLinkId")]
    [InlineData("threads?limit=0", "limit")]
    [InlineData("threads?limit=101", "limit")]
    [InlineData("threads?limit=ten", "limit")]
    [InlineData("threads?limit=1&limit=2", "limit")]
    [InlineData("threads?folder=default", "folder")]
    [InlineData("threads?order=up", "order")]
    [InlineData("threads?unassigned=yes", "unassigned")]
    [InlineData("threads?unassigned=true&assigneeId=memberowner", "unassigned")]
    [InlineData("threads?q=", "q")]
    [InlineData("threads?expand=messages", "expand")]
    [InlineData("threads?expand=profile&expand=profile&expand=profile&expand=profile&expand=profile", "expand")]
    [InlineData("account-links?status=broken", "status")]
    [InlineData("events?limit=1001", "limit")]
    [InlineData("events?afterSeq=-1", "afterSeq")]
    [InlineData("events?type=tag.painted", "type")]
    [InlineData("contacts?platformId=1", "platform")]
    [InlineData("contacts?platform=twitter", "platformId")]
    [InlineData("contacts?platform=twitter&platformId=1&username=a", "platformId")]
    [InlineData("contacts/prospect_abc123", "contactId")]
    [InlineData("members/Owner", "memberId")]
    [InlineData("messages/msg-1", "messageId")]
    public async Task Get_BadParameter_IsRefusedByItsName(string path, string field)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync(path)).ShouldReject(field).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Get_CommaThatIsEncoded_IsPartOfTheValue()
    {
        await using var api = await V2Api.StartAsync();
        api.State.AddTag(new() { Id = "tag_sf", Name = "Acme, Inc" });
        api.State.Update(api.State.FindProspect("prospect_abc123")! with { TagIds = ["tag_sf"] });

        (await api.GetAsync("threads?tag=Acme%2C%20Inc")).Ids().Should().Equal("threadabc123");
    }

    [Theory]
    [InlineData("threads?tag=")]
    [InlineData("threads?status=")]
    [InlineData("threads?tag=&status=")]
    public async Task List_EmptyReference_MatchesNothing(string path)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync(path)).Ids().Should().BeEmpty();
    }

    [Theory]
    [InlineData("threads?platform=")]
    [InlineData("account-links?platform=")]
    [InlineData("contacts?platform=&platformId=1")]
    public async Task List_EmptyPlatform_IsOneTheTeamDoesNotHave(string path)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync(path)).ShouldBeV2Error(403, "platformNotAvailable").Should().Be("""{"platform":""}""");
    }

    [Theory]
    [InlineData("threads")]
    [InlineData("members")]
    [InlineData("threads/threadabc123/messages")]
    public async Task List_EmptyCursor_IsTheFirstPage(string path)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync(path + "?cursor=")).Ids().Should().Equal((await api.GetAsync(path)).Ids()).And.NotBeEmpty();
    }

    [Fact]
    public async Task List_MoreThanAHundredValues_IsRefused()
    {
        await using var api = await V2Api.StartAsync();
        var ids = string.Join('&', Enumerable.Range(0, 101).Select(number => $"platformId={number}"));

        (await api.GetAsync($"contacts?platform=twitter&{ids}")).ShouldReject("platformId");
    }

    [Theory]
    [InlineData("PATCH", "contacts/prospectabc123", "", "")]
    [InlineData("PATCH", "contacts/prospectabc123", "{", "")]
    [InlineData("PATCH", "contacts/prospectabc123", "[]", "")]
    [InlineData("PATCH", "contacts/prospectabc123", """{"tagIds":[]}""", "tagIds")]
    [InlineData("PATCH", "contacts/prospectabc123", """{"notes":1}""", "notes")]
    [InlineData("PATCH", "contacts/prospectabc123", """{"notes":"\ud800"}""", "notes")]
    [InlineData("PATCH", "contacts/prospectabc123", """{"valuation":"12"}""", "valuation")]
    [InlineData("PATCH", "contacts/prospectabc123", """{"status":"nope"}""", "status")]
    [InlineData("PATCH", "contacts/prospectabc123", """{"assigneeId":"member_owner"}""", "assigneeId")]
    [InlineData("PATCH", "contacts/prospectabc123", """{"assigneeId":"unknown"}""", "assigneeId")]
    [InlineData("PATCH", "threads/threadabc123", """{"done":true}""", "done")]
    [InlineData("PATCH", "threads/threadabc123", """{"archived":null}""", "archived")]
    [InlineData("PATCH", "threads/threadabc123", """{"typingIndicators":"on"}""", "typingIndicators")]
    [InlineData("POST", "tags", "{}", "name")]
    [InlineData("POST", "tags", """{"name":" "}""", "name")]
    [InlineData("POST", "tags", """{"name":"a","color":null}""", "color")]
    [InlineData("POST", "tags", """{"name":"a","color":"beautiful"}""", "color")]
    [InlineData("POST", "statuses", """{"name":"a","color":""}""", "color")]
    [InlineData("POST", "messages", """{"content":"a"}""", "target")]
    [InlineData("POST", "messages", """{"target":{"type":"room"},"content":"a"}""", "target")]
    [InlineData("POST", "messages", """{"target":{"type":"thread"},"content":"a"}""", "target.threadId")]
    [InlineData("POST", "messages", """{"target":{"type":"thread","threadId":"threadabc123","to":"a"},"content":"a"}""", "target.to")]
    [InlineData("POST", "messages", """{"target":{"type":"thread","threadId":"threadabc123"},"content":""}""", "content")]
    [InlineData("POST", "messages/msg000003threadabc123/reactions", """{"emoji":"yes"}""", "emoji")]
    [InlineData("POST", "messages/msg000003threadabc123/reactions", """{"emoji":"👍👍"}""", "emoji")]
    public async Task Write_BadBody_IsRefusedByTheFieldAndChangesNothing(string method, string path, string body, string field)
    {
        await using var api = await V2Api.StartAsync();

        (await api.SendAsync(method, path, body)).ShouldReject(field).Should().NotBeEmpty();

        api.State.Events.Should().BeEmpty();
    }

    [Fact]
    public async Task Write_TwoUnknownFields_AreBothNamed()
    {
        await using var api = await V2Api.StartAsync();

        var details = (await api.PatchAsync("contacts/prospectabc123", """{"done":true,"tags":[]}""")).ShouldBeV2Error(400, "invalidRequest");

        details.Should().Be("""{"issues":[{"path":["done"],"message":"Unknown field."},{"path":["tags"],"message":"Unknown field."}]}""");
    }

    [Fact]
    public async Task Write_BodyOverAMegabyte_IsTooLarge()
    {
        await using var api = await V2Api.StartAsync();

        (await api.PatchAsync("contacts/prospectabc123", $$"""{"notes":"{{new string('x', 1_100_000)}}"}""")).ShouldBeV2Error(413, "payloadTooLarge");
    }

    [Theory]
    [InlineData("members/unknown", "memberNotFound")]
    [InlineData("account-links/nothing", "accountLinkNotFound")]
    [InlineData("contacts/unknown", "contactNotFound")]
    [InlineData("threads/nothing", "threadNotFound")]
    [InlineData("threads/nothing/messages", "threadNotFound")]
    [InlineData("messages/nothing", "messageNotFound")]
    [InlineData("messages/msg000099threadabc123", "messageNotFound")]
    [InlineData("messages/msg000001nothing/history", "messageNotFound")]
    [InlineData("messages/nothing/attachments/0", "messageNotFound")]
    [InlineData("tags/nothing", "tagNotFound")]
    [InlineData("statuses/nothing", "statusNotFound")]
    public async Task Get_UnknownId_IsNotFound(string path, string code)
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync(path)).ShouldBeV2Error(404, code).Should().Be("null");
    }
}
