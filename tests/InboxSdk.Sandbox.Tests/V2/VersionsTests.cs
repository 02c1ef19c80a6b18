using Microsoft.Extensions.Time.Testing;

namespace InboxSdk.Sandbox.Tests.V2;

/// <summary>Tests both API versions with the same data.</summary>
public sealed class VersionsTests
{
    private static readonly DateTimeOffset Sunset = new(2026, 12, 3, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task ChangeByV1_IsSeenByV2AndTold()
    {
        await using var api = await TestApi.StartAsync();
        await api.PatchAsync("prospects/prospect_abc123/context", """{"notes":"Demo","tagIds":["tag_hot_lead"],"statusId":"status_new"}""");
        await api.PatchAsync("threads/thread_abc123", """{"done":true}""");

        (await api.GetAsync("/api/v2/contacts/prospectabc123")).Text.Should().Contain("""statusId":"statusnew","tagIds":["taghotlead"],"notes":"Demo",""");
        (await api.GetAsync("/api/v2/threads/threadabc123")).Text.Should().Contain("""archived":true,""");
        (await api.GetAsync("/api/v2/events")).Json.GetProperty("data").EnumerateArray().Select(each => each.GetProperty("type").GetString())
            .Should().Equal("contact.statusChanged", "contact.tagsChanged", "contact.notesChanged", "thread.archived");
    }

    [Fact]
    public async Task ChangeByV2_IsSeenByV1()
    {
        await using var api = await TestApi.StartAsync();
        await api.PatchAsync("/api/v2/contacts/prospectabc123", """{"valuation":250,"assigneeId":"memberowner"}""");
        await api.PostAsync("/api/v2/tags", """{"name":"VIP","color":"red"}""");
        await api.PostAsync("/api/v2/statuses", """{"name":"Won","color":null}""");
        await api.PostAsync("/api/v2/messages", """{"target":{"type":"thread","threadId":"threadabc123"},"content":"Hi"}""");

        (await api.GetAsync("prospects/prospect_abc123")).Text.Should().Contain("""valuation":250,""").And.Contain("""assignedToMemberId":"member_owner",""");
        (await api.GetAsync("tags")).Text.Should().Contain("""{"id":"tag_000001","name":"VIP","color":"#EF4444"}""");
        (await api.GetAsync("statuses")).Text.Should().EndWith("""{"id":"status_000001","name":"Won","color":"#6B7280"}]}""");
        (await api.ThreadIdsAsync("limit=1")).Should().Equal("thread_abc123");
    }

    [Theory]
    [InlineData("prospects/prospectabc123")]
    [InlineData("threads/threadabc123")]
    [InlineData("members/memberowner")]
    public async Task V2sSpellingOfAnId_IsAcceptedByV1(string path)
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.GetAsync(path);

        response.Status.Should().Be(HttpStatusCode.OK);
        response.Text.Should().Contain($"\"id\":\"{path.Split('/')[1]}\"");
    }

    [Fact]
    public async Task AddProspect_IdThatV2SpellsLikeAnothers_IsTaken()
    {
        await using var api = await TestApi.StartAsync();

        api.Invoking(it => it.State.AddProspect(new() { Id = "Prospect-ABC123", PlatformId = "5", Username = "a" }))
            .Should().Throw<ArgumentException>().WithMessage("*already*");
        api.Invoking(it => it.State.AddTag(new() { Id = "taghot_lead", Name = "a" })).Should().Throw<ArgumentException>().WithMessage("*already*");
    }

    [Fact]
    public async Task AnyId_HowEverSpelled_IsWellFormedInV2()
    {
        await using var api = await V2Api.StartAsync(new InboxSandboxOptions { ProspectCount = 0 });
        foreach (var id in new[] { "A-b_C", "é", "日本", "a b" })
            api.State.AddProspect(new() { Id = id, PlatformId = $"on-x {id}", Username = "a" });

        foreach (var prospect in api.State.Prospects)
        {
            var id = (await api.GetAsync($"contacts?platform=twitter&platformId={Uri.EscapeDataString(prospect.PlatformId)}")).Ids().Should().ContainSingle().Which;
            id.Should().MatchRegex("^[0-9a-z]+$");
            (await api.GetAsync($"contacts/{id}")).Text("id").Should().Be(id);
        }
    }

    [Fact]
    public async Task V1_BeforeItsEnd_AnnouncesIt()
    {
        await using var api = await TestApi.StartAsync(new() { V1Sunset = Sunset, TimeProvider = new FakeTimeProvider(Sunset.AddTicks(-1)) });

        var responses = new[] { await api.GetAsync("tags"), await api.GetAsync("tags/nope"), await api.GetAsync("prospects/nope") };

        responses.Select(response => (int)response.Status).Should().Equal(200, 405, 404);
        foreach (var response in responses)
        {
            response.Header("Sunset").Should().Be("Thu, 03 Dec 2026 00:00:00 GMT");
            response.Header("Deprecation").Should().Be("@1788480000");
            response.Header("Link").Should().Be("</api/v2>; rel=\"successor-version\"");
        }

        (await api.GetAsync("/api/v2/tags")).Headers.Contains("Sunset").Should().BeFalse();
    }

    [Fact]
    public async Task V1_FromItsEndOn_IsGoneAndV2GoesOn()
    {
        var clock = new FakeTimeProvider(Sunset.AddDays(-1));
        await using var api = await TestApi.StartAsync(new() { V1Sunset = Sunset, TimeProvider = clock });
        (await api.PatchAsync("prospects/prospect_abc123/context", """{"notes":"in time"}""")).Status.Should().Be(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromDays(1));

        (await api.PatchAsync("prospects/prospect_abc123/context", """{"notes":"too late"}""")).ShouldBeError(410, "API_VERSION_GONE").Should().Contain("/api/v2");

        (await api.GetAsync("/api/v2/contacts/prospectabc123")).Text.Should().Contain("""notes":"in time",""");
    }

    [Fact]
    public async Task V1_WithoutAnEnd_AnnouncesNothing()
    {
        await using var api = await TestApi.StartAsync();

        (await api.GetAsync("tags")).Headers.Select(header => header.Key).Should().NotContain(["Sunset", "Deprecation", "Link"]);
    }

    [Fact]
    public async Task FrontPage_InABrowser_ListsBothVersionsAndNoToken()
    {
        await using var api = await TestApi.StartAsync(new() { Token = "ibt_secret" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept", "text/html,application/xhtml+xml");
        request.Headers.Authorization = null;

        var page = await ApiResponse.ReadAsync(await api.Http.SendAsync(request));

        page.Status.Should().Be(HttpStatusCode.OK);
        page.ContentHeaders.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        page.Text.Should().Contain("/api/v1/prospects/{id}/context").And.Contain("/api/v2/contacts/{contactId}/tags/{tagRef}").And.Contain("messages.send");
        page.Text.Should().NotContain("ibt_secret");
    }

    [Fact]
    public async Task HundredThousandProspects_FirstRequestsOfV2_AreServed()
    {
        await using var api = await V2Api.StartAsync(new InboxSandboxOptions { ProspectCount = 100_000 });

        (await api.GetAsync("threads?limit=100&expand=profile&expand=contact")).Ids().Should().HaveCount(100);
        (await api.GetAsync("contacts/prospect099999")).Status.Should().Be(HttpStatusCode.OK);
        (await api.GetAsync("threads?contactId=prospect099999&folder=all")).Ids().Should().NotBeEmpty();
    }
}
