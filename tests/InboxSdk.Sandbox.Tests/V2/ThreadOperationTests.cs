using Microsoft.Extensions.Time.Testing;
using InboxSdk.V2;

namespace InboxSdk.Sandbox.Tests.V2;

public sealed class ThreadOperationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Get_GuidesExample_HasEveryField()
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync("threads/threadabc123")).Text.Should().Be("""
            {"id":"threadabc123","platform":"twitter","platformId":"7000000001-1234567890","accountLinkId":"accabc123","profileId":"profile0prospectabc123",
            "contactId":"prospectabc123","assigneeId":null,"isRequest":false,"acceptanceState":"notRequired","archived":false,"unread":false,"restrictions":[],
            "syncing":false,"typingIndicators":"teamDefault",
            "lastMessage":{"id":"msg000008threadabc123","direction":"inbound","createdAt":"2025-12-31T12:00:00.000Z"},
            "activity":{"preview":"When can we start?","direction":"inbound","at":"2025-12-31T12:00:00.000Z"},"createdAt":"2025-12-01T09:30:00.000Z"}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Get_Expanded_EmbedsTheObjectsBesideTheirIds()
    {
        await using var api = await V2Api.StartAsync();
        api.State.Update(api.State.FindProspect("prospect_abc123")! with { AssigneeId = "member_admin" });

        var thread = (await api.GetAsync("threads/threadabc123?expand=profile&expand=contact&expand=accountLink&expand=assignee")).Json;

        thread.GetProperty("assigneeId").GetString().Should().Be("memberadmin", "the contact's member looks after a thread that has none");
        thread.GetProperty("assignee").GetProperty("name").GetString().Should().Be("Adam Novak");
        thread.GetProperty("profile").GetProperty("handle").GetString().Should().Be("@johndoe");
        thread.GetProperty("contact").GetProperty("id").GetString().Should().Be("prospectabc123");
        thread.GetProperty("accountLink").GetProperty("username").GetString().Should().Be("acme");
    }

    [Theory]
    [InlineData("", "open", "reply")]
    [InlineData("folder=inbox", "open", "reply")]
    [InlineData("folder=noReply", "open")]
    [InlineData("folder=requests", "request")]
    [InlineData("folder=archived", "done")]
    [InlineData("folder=all", "done", "open", "reply", "request")]
    [InlineData("folder=all&tag=Partner", "open")]
    [InlineData("folder=all&tag=tagpartner&tag=nope", "open")]
    [InlineData("folder=all&tag=nope")]
    [InlineData("folder=all&status=NEW", "reply")]
    [InlineData("folder=all&status=nope")]
    [InlineData("folder=all&assigneeId=memberowner", "done")]
    [InlineData("folder=all&assigneeId=memberadmin", "request")]
    [InlineData("folder=all&unassigned=true", "open", "reply")]
    [InlineData("folder=all&unassigned=false", "done", "open", "reply", "request")]
    [InlineData("folder=all&contactId=popen&contactId=pdone", "done", "open")]
    [InlineData("folder=all&contactId=popen&accountLinkId=accdef456")]
    [InlineData("folder=all&accountLinkId=accabc123&accountLinkId=accdef456", "done", "open", "reply", "request")]
    [InlineData("folder=all&platform=linkedin")]
    [InlineData("folder=all&q=OPE", "open")]
    [InlineData("folder=all&q=nice%20to%20meet", "reply")]
    [InlineData("folder=all&campaignId=campaignlaunch")]
    public async Task List_Filtered_IsThoseThatFit(string query, params string[] expected)
    {
        await using var api = await V2Api.StartAsync(new InboxSandboxOptions { ProspectCount = 0 });
        Add(api, "open", prospect => prospect with { TagIds = ["tag_partner"] });
        Add(api, "reply", prospect => prospect with { StatusId = "status_new" });
        Add(api, "request", null, thread => thread with { IsRequest = true, AssigneeId = "member_admin" });
        Add(api, "done", prospect => prospect with { AssigneeId = "member_owner" }, thread => thread with { IsDone = true });
        api.State.AddMessage("reply", Noon.AddMinutes(1), fromTeam: true, "Nice to meet you");

        (await api.GetAsync($"threads?{query}")).Ids().Should().BeEquivalentTo(expected);
    }

    [Fact]
    public async Task List_CampaignThatWroteFirst_FindsItsThread()
    {
        await using var api = await V2Api.StartAsync();

        (await api.GetAsync("threads?folder=all&limit=100&campaignId=campaignlaunch")).Ids().Should().Contain("threadabc123");
    }

    [Theory]
    [InlineData("Countess", true)]
    [InlineData("ada-lovelace", true)]
    [InlineData("adaonx", false)]
    [InlineData("Ada%20of%20X", false)]
    public async Task List_Searched_MatchesTheProfileOfTheThread(string text, bool isFound)
    {
        await using var api = await V2Api.StartAsync(new InboxSandboxOptions { ProspectCount = 0 });
        api.State.AddProspect(new()
        {
            Id = "ada",
            PlatformId = "1",
            Username = "adaonx",
            Name = "Ada of X",
            OtherProfiles = [new() { Platform = Platform.LinkedIn, PlatformId = "2", Username = "ada-lovelace", Name = "Countess" }],
        });
        api.State.AddThread(new() { Id = "onlinkedin", ProspectId = "ada", AccountLinkId = "acc_linkedin1", LastMessageAt = Noon });

        (await api.GetAsync($"threads?folder=all&q={text}")).Ids().Should().BeEquivalentTo(isFound ? ["onlinkedin"] : Array.Empty<string>());
    }

    [Theory]
    [InlineData("desc")]
    [InlineData("asc")]
    public async Task List_WalkedInEitherOrder_IsEachThreadOnce(string order)
    {
        await using var api = await V2Api.StartAsync(new InboxSandboxOptions { ProspectCount = 3_000 });
        var expected = api.State.Threads.Select(thread => thread.Id);

        var ids = new List<string>();
        var page = await api.GetAsync($"threads?folder=all&limit=100&order={order}");
        for (ids.AddRange(page.Ids()); page.NextCursor() is { } cursor; ids.AddRange(page.Ids()))
            page = await api.GetAsync($"threads?folder=all&limit=100&order={order}&cursor={cursor}");

        ids.Should().Equal(order == "asc" ? expected.Reverse() : expected);
    }

    [Fact]
    public async Task Update_EachField_ShowsInTheResponseAndInTheState()
    {
        await using var api = await V2Api.StartAsync();

        var response = await api.PatchAsync("threads/threadabc123", """{"archived":true,"unread":true,"assigneeId":"memberadmin","typingIndicators":"disabled"}""");

        response.Text.Should().Contain("""assigneeId":"memberadmin",""").And.Contain("""archived":true,"unread":true,""").And.Contain("""typingIndicators":"disabled",""");
        api.State.FindThread("thread_abc123").Should().Match<SandboxThread>(thread => thread.IsDone && thread.IsUnread && thread.AssigneeId == "memberadmin");
        (await api.PatchAsync("threads/threadabc123", """{"assigneeId":null}""")).Text("assigneeId").Should().BeNull();
    }

    [Theory]
    [InlineData("threadabc123", "remoteAndLocal")]
    [InlineData("threadlinkedin000003", "local")]
    public async Task Delete_Thread_SaysHowFarItWent(string id, string scope)
    {
        await using var api = await V2Api.StartAsync();

        (await api.DeleteAsync($"threads/{id}")).Text.Should().Be($$"""{"scope":"{{scope}}"}""");

        (await api.GetAsync($"threads/{id}")).ShouldBeV2Error(404, "threadNotFound");
        (await api.DeleteAsync($"threads/{id}")).ShouldBeV2Error(404, "threadNotFound");
    }

    [Fact]
    public async Task Delete_AccountIsOffline_IsRefused()
    {
        await using var api = await V2Api.StartAsync();
        api.State.Update(api.State.FindAccountLink("acc_abc123")! with { Status = AccountLinkStatus.Offline });

        (await api.DeleteAsync("threads/threadabc123")).ShouldBeV2Error(409, "accountLinkDisconnected")
            .Should().Be("""{"accountLinkId":"accabc123","status":"offline"}""");
        api.State.FindThread("thread_abc123").Should().NotBeNull();
    }

    [Fact]
    public async Task Typing_AgainTooSoon_IsSkipped()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var api = await V2Api.StartAsync(clock);

        (await api.PostAsync("threads/threadabc123/typing")).Text.Should().Be("""{"status":"sent","reason":null}""");
        clock.Advance(TimeSpan.FromSeconds(2.4));
        (await api.PostAsync("threads/threadabc123/typing")).Text.Should().Be("""{"status":"skipped","reason":"rateLimited"}""");
        clock.Advance(TimeSpan.FromSeconds(0.1));
        (await api.PostAsync("threads/threadabc123/typing")).Text.Should().Be("""{"status":"sent","reason":null}""");
        await api.PatchAsync("threads/threadabc123", """{"typingIndicators":"disabled"}""");
        (await api.PostAsync("threads/threadabc123/typing")).Text.Should().Be("""{"status":"skipped","reason":"disabled"}""");
    }

    [Fact]
    public async Task Typing_PlatformWithoutIt_IsNotSupported()
    {
        await using var api = await V2Api.StartAsync();

        (await api.PostAsync("threads/threadlinkedin000003/typing")).ShouldBeV2Error(422, "capabilityNotSupported")
            .Should().Be("""{"capability":"thread:typing:send"}""");
    }

    private static void Add(
        V2Api api, string name, Func<SandboxProspect, SandboxProspect>? prospect = null, Func<SandboxThread, SandboxThread>? thread = null)
    {
        var person = new SandboxProspect { Id = $"p_{name}", PlatformId = $"x_{name}", Username = name };
        api.State.AddProspect(prospect?.Invoke(person) ?? person);
        var talk = new SandboxThread { Id = name, ProspectId = person.Id, AccountLinkId = "acc_abc123", LastMessageAt = Noon };
        api.State.AddThread(thread?.Invoke(talk) ?? talk);
    }
}
