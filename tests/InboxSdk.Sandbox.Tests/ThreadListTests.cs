namespace InboxSdk.Sandbox.Tests;

public sealed class ThreadListTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task List_SeveralThreads_IsNewestFirstThenByIdDescending()
    {
        await using var api = await TestApi.StartEmptyAsync();
        foreach (var name in new[] { "b", "a", "c" })
            api.AddThread(name, Noon);
        api.AddThread("newest", Noon.AddMilliseconds(1));
        api.AddThread("oldest", Noon.AddMilliseconds(-1));

        (await api.ThreadIdsAsync()).Should().Equal("newest", "c", "b", "a", "oldest");
        api.State.Threads.Select(thread => thread.Id).Should().Equal("newest", "c", "b", "a", "oldest");
    }

    [Fact]
    public async Task List_OneThread_WritesItWithItsWholeProspect()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.AddThread("t1", Noon.AddTicks(1), t => t with
        {
            CreatedAt = Noon.AddDays(-1),
            UpdatedAt = Noon.AddSeconds(1.25),
            AssigneeId = "member_owner",
        });

        (await api.GetAsync("threads")).Text.Should().Be("""
            {"threads":[{"id":"t1","platformId":"7000000001-x_t1","accountLinkId":"acc_abc123","prospectId":"p_t1","done":false,
            "assignedToMemberId":"member_owner","createdAt":"2025-12-31T12:00:00.000Z","updatedAt":"2026-01-01T12:00:01.250Z",
            "lastMessageAt":"2026-01-01T12:00:00.000Z",
            "prospect":{"id":"p_t1","platformId":"x_t1","platform":"x","platformUsername":"t1","verified":false,"tags":[],"status":null,"done":false}}],
            "nextCursor":null}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task List_NoThreads_IsEmptyWithoutACursor()
    {
        await using var api = await TestApi.StartEmptyAsync();

        (await api.GetAsync("threads")).Text.Should().Be("""{"threads":[],"nextCursor":null}""");
        (await api.GetAsync("threads?cursor[id]=a&cursor[timestamp]=2026-01-01T00:00:00.000Z")).Text.Should().Be("""{"threads":[],"nextCursor":null}""");
    }

    [Theory]
    [InlineData("", 50)]
    [InlineData("limit=1", 1)]
    [InlineData("limit=100", 100)]
    public async Task List_Limit_IsFiftyUnlessGiven(string query, int expected)
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 150 });

        (await api.ThreadIdsAsync(query)).Should().HaveCount(expected);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=1.5", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("inboxView=all", "inboxView")]
    [InlineData("inboxView=Default", "inboxView")]
    [InlineData("filter[noTags]=yes", "filter[noTags]")]
    [InlineData("filter[tagIds][0]=", "filter[tagIds]")]
    [InlineData("filter[noTags]=true&filter[tagIds][0]=tag_enterprise", "mutually exclusive")]
    [InlineData("cursor[id]=a", "cursor")]
    [InlineData("cursor[timestamp]=2026-01-01T00:00:00.000Z", "cursor")]
    [InlineData("cursor[id]=a&cursor[timestamp]=yesterday", "cursor[timestamp]")]
    [InlineData("cursor[id]=a&cursor[timestamp]=1767225600000", "cursor[timestamp]")]
    public async Task List_BadParameter_IsABadRequestThatNamesIt(string query, string names)
    {
        await using var api = await TestApi.StartAsync();

        (await api.GetAsync($"threads?{query}")).ShouldBeError(400, "BAD_REQUEST").Should().Contain(names);
    }

    [Theory]
    [InlineData("", "open", "reply", "request", "reply-request", "done", "done-request")]
    [InlineData("inboxView=default", "open", "reply")]
    [InlineData("inboxView=no-reply", "reply")]
    [InlineData("inboxView=requests", "request", "reply-request")]
    [InlineData("inboxView=archived", "done", "done-request")]
    public async Task List_View_SelectsItsThreads(string query, params string[] expected)
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.AddThread("open", Noon);
        api.AddThread("reply", Noon, t => t with { TeamWroteLast = true });
        api.AddThread("request", Noon, t => t with { IsRequest = true });
        api.AddThread("reply-request", Noon, t => t with { IsRequest = true, TeamWroteLast = true });
        api.AddThread("done", Noon, t => t with { IsDone = true });
        api.AddThread("done-request", Noon, t => t with { IsDone = true, IsRequest = true });

        (await api.ThreadIdsAsync(query)).Should().BeEquivalentTo(expected);
    }

    [Theory]
    [InlineData("filter[tagIds][0]=tag_enterprise", "e", "eh")]
    [InlineData("filter%5BtagIds%5D%5B0%5D=tag_enterprise", "e", "eh")]
    [InlineData("filter[tagIds][0]=tag_enterprise&filter[tagIds][1]=tag_hot_lead", "e", "eh", "h")]
    [InlineData("filter[tagIds][7]=tag_enterprise&filter[tagIds][12]=tag_hot_lead", "e", "eh", "h")]
    [InlineData("filter[tagIds][0]=tag_nope")]
    [InlineData("filter[noTags]=true", "none")]
    [InlineData("filter[noTags]=false", "e", "eh", "h", "none")]
    public async Task List_TagFilter_TakesProspectsWithAnyOfThem(string query, params string[] expected)
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.AddThread("e", Noon, null, "tag_enterprise");
        api.AddThread("eh", Noon, null, "tag_enterprise", "tag_hot_lead");
        api.AddThread("h", Noon, null, "tag_hot_lead");
        api.AddThread("none", Noon);

        (await api.ThreadIdsAsync(query)).Should().BeEquivalentTo(expected);
    }

    [Fact]
    public async Task List_AccountLink_TakesItsThreadsOnly()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.AddThread("one", Noon);
        api.AddThread("two", Noon, t => t with { AccountLinkId = "acc_def456" });

        (await api.ThreadIdsAsync("accountLinkId=acc_def456")).Should().Equal("two");
        (await api.ThreadIdsAsync("accountLinkId=acc_nope")).Should().BeEmpty();
    }

    [Fact]
    public async Task List_FiltersTogether_AllHold()
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 500 });
        var expected = api.State.Threads.Where(thread => thread is { IsDone: false, IsRequest: false, TeamWroteLast: true, AccountLinkId: "accabc123" }
            && api.State.FindProspect(thread.ProspectId)!.TagIds.Contains("tagpartner")).Select(thread => thread.Id).ToArray();

        expected.Should().NotBeEmpty();
        (await api.ThreadIdsAsync("limit=100&inboxView=no-reply&accountLinkId=acc_abc123&filter[tagIds][0]=tag_partner")).Select(TestApi.InState).Should().Equal(expected);
        (await api.ThreadIdsAsync("limit=100&inboxView=no-reply&accountLinkId=accabc123&filter[tagIds][0]=tagpartner")).Select(TestApi.InState).Should().Equal(expected);
    }
}
