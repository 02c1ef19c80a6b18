using InboxSdk.V2;

namespace InboxSdk.Sandbox.Tests;

public sealed class SandboxStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task AddMessage_FromTheProspect_MovesTheThreadToTheTop()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.AddThread("a", Noon, t => t with { TeamWroteLast = true, IsRequest = true });
        api.AddThread("b", Noon.AddHours(1));

        var added = api.State.AddMessage("a", Noon.AddHours(2), content: "Hi");

        added.Should().Match<SandboxMessage>(m => m.ThreadId == "a" && m.Content == "Hi" && m.CreatedAt == Noon.AddHours(2) && !m.IsFromTeam);
        api.State.FindMessage(added.Id).Should().Be(added);
        var moved = api.State.FindThread("a");
        moved.Should().Match<SandboxThread>(t => t.LastMessageAt == Noon.AddHours(2) && t.UpdatedAt == Noon.AddHours(2) && t.CreatedAt == Noon);
        moved.Should().Match<SandboxThread>(t => !t.TeamWroteLast && t.IsRequest);
        (await api.ThreadIdsAsync()).Should().Equal("a", "b");
    }

    [Fact]
    public async Task AddMessage_FromTheTeam_AcceptsTheRequestAndAwaitsAReply()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.AddThread("a", Noon, t => t with { IsRequest = true });

        api.State.AddMessage("a", Noon.AddHours(1), fromTeam: true);

        (await api.ThreadIdsAsync("inboxView=no-reply")).Should().Equal("a");
    }

    [Fact]
    public async Task AddMessage_OlderThanTheLatest_DoesNotMoveTheThreadBack()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.AddThread("a", Noon);

        api.State.AddMessage("a", Noon.AddHours(-1), fromTeam: true);

        api.State.FindThread("a").Should().Match<SandboxThread>(t => t.LastMessageAt == Noon && !t.TeamWroteLast);
    }

    [Fact]
    public async Task Update_ThreadWithAnotherTime_MovesItInTheList()
    {
        await using var api = await TestApi.StartEmptyAsync();
        var thread = api.AddThread("a", Noon);
        api.AddThread("b", Noon.AddHours(-1));

        api.State.Update(thread with { LastMessageAt = Noon.AddHours(-2) });

        (await api.ThreadIdsAsync()).Should().Equal("b", "a");
    }

    [Fact]
    public async Task Update_ProspectWithAnotherPlatformId_IsFoundByTheNewOneOnly()
    {
        await using var api = await TestApi.StartEmptyAsync();
        var prospect = api.State.AddProspect(new() { Id = "p", PlatformId = "1", Username = "p" });

        api.State.Update(prospect with { PlatformId = "2" });

        api.State.FindProspectByPlatformId("1").Should().BeNull();
        api.State.FindProspectByPlatformId("2")!.Id.Should().Be("p");
        api.State.Invoking(state => state.AddProspect(prospect with { Id = "q", PlatformId = "1" })).Should().NotThrow();
    }

    [Fact]
    public async Task Prospects_Snapshot_DoesNotFollowLaterChanges()
    {
        await using var api = await TestApi.StartAsync();
        var (prospects, tags) = (api.State.Prospects, api.State.Tags);

        api.State.Update(prospects[0] with { Notes = "changed" });
        api.State.RemoveTag("tag_partner").Should().BeTrue();

        prospects[0].Notes.Should().BeNull();
        tags.Should().Contain(tag => tag.Id == "tagpartner");
        api.State.FindProspect("prospect_abc123")!.Notes.Should().Be("changed");
    }

    [Fact]
    public async Task Remove_NothingThere_SaysSo()
    {
        await using var api = await TestApi.StartEmptyAsync();

        api.State.RemoveTag("nope").Should().BeFalse();
        api.State.RemoveThread("nope").Should().BeFalse();
    }

    [Fact]
    public async Task AddStatusAndAddAccountLink_NewOnes_CanBeUsedAtOnce()
    {
        await using var api = await TestApi.StartAsync();
        api.State.AddStatus(new() { Id = "status_nurture", Name = "Nurture", Color = "#123456" });
        api.State.AddAccountLink(new() { Id = "acc_new", PlatformId = "3", Username = "new" });

        api.State.AddThread(new() { Id = "t", ProspectId = "prospect_abc123", AccountLinkId = "acc_new", LastMessageAt = Noon });
        await api.PatchAsync("prospects/prospect_abc123/context", """{"statusId":"status_nurture"}""");

        var thread = (await api.GetAsync("threads/t")).Json.GetProperty("thread");
        thread.GetProperty("platformId").GetString().Should().Be("3-1234567890");
        thread.GetProperty("prospect").GetProperty("status").GetRawText().Should().Be("""{"id":"status_nurture","name":"Nurture","color":"#123456"}""");
    }

    [Fact]
    public async Task AddThread_IdsOfEitherVersion_AreTheSame()
    {
        await using var api = await TestApi.StartEmptyAsync();
        api.State.AddProspect(new() { Id = "prospect_new", PlatformId = "1", Username = "new" });

        var thread = api.State.AddThread(new() { Id = "thread_new", ProspectId = "prospectnew", AccountLinkId = "accabc123", AssigneeId = "memberadmin", LastMessageAt = Noon });

        thread.Should().Match<SandboxThread>(t => t.Id == "threadnew" && t.ProspectId == "prospectnew" && t.AccountLinkId == "accabc123" && t.AssigneeId == "memberadmin");
        (await api.ThreadIdsAsync("accountLinkId=acc_abc123")).Should().Equal("thread_new");
        (await api.GetAsync("/api/v2/threads?accountLinkId=accabc123")).Json.GetProperty("data").GetArrayLength().Should().Be(1);
        (await api.GetAsync("threads/lookup?prospectPlatformId=1&accountLinkId=acc_abc123")).Json.GetProperty("thread").GetProperty("id").GetString().Should().Be("thread_new");
        api.State.Invoking(state => state.AddThread(thread with { Id = "other" })).Should().Throw<ArgumentException>().WithMessage("*already has a thread*");
        api.State.Invoking(state => state.AddThread(thread with { Id = "other", AccountLinkId = "acc_abc123" })).Should().Throw<ArgumentException>().WithMessage("*already has a thread*");
    }

    [Fact]
    public async Task Update_IdsOfV1_ChangesTheSameAndReturnsThoseOfV2()
    {
        await using var api = await TestApi.StartAsync();
        var state = api.State;

        state.Update(state.FindThread("thread_abc123")! with { Id = "thread_abc123", ProspectId = "prospect_abc123", AccountLinkId = "acc_abc123", IsDone = true })
            .Should().Match<SandboxThread>(t => t.Id == "threadabc123" && t.ProspectId == "prospectabc123" && t.AccountLinkId == "accabc123");
        state.Update(state.FindProspect("prospect_abc123")! with { Id = "prospect_abc123", Notes = "changed" }).Id.Should().Be("prospectabc123");
        state.Update(state.FindTag("tag_partner")! with { Id = "tag_partner", Color = "#123456" }).Id.Should().Be("tagpartner");
        state.Update(state.FindStatus("status_new")! with { Id = "status_new", Color = "#123456" }).Id.Should().Be("statusnew");
        state.Update(state.FindAccountLink("acc_abc123")! with { Id = "acc_abc123", Status = AccountLinkStatus.Offline }).Id.Should().Be("accabc123");
        state.AddMessage("thread_abc123", Noon).ThreadId.Should().Be("threadabc123");

        state.FindThread("thread_abc123")!.IsDone.Should().BeTrue();
        state.FindProspect("prospect_abc123")!.Notes.Should().Be("changed");
        (state.FindTag("tag_partner")!.Color, state.FindStatus("status_new")!.Color).Should().Be(("#123456", "#123456"));
        state.FindAccountLink("acc_abc123")!.Status.Should().Be(AccountLinkStatus.Offline);
        state.MessagesOf("thread_abc123").Should().OnlyContain(message => message.ThreadId == "threadabc123");
    }

    [Fact]
    public async Task Remove_IdsOfEitherVersion_RemovesTheSame()
    {
        await using var api = await TestApi.StartAsync();
        var state = api.State;
        state.Update(state.FindProspect("prospect_abc123")! with { TagIds = ["tag_hot_lead"], StatusId = "status_new" });

        state.RemoveTag("taghotlead").Should().BeTrue();
        state.RemoveStatus("status_new").Should().BeTrue();
        state.RemoveThread("thread_abc123").Should().BeTrue();

        (state.FindTag("tag_hot_lead"), state.FindStatus("status_new"), state.FindThread("thread_abc123")).Should().Be((null, null, null));
        state.FindProspect("prospect_abc123").Should().Match<SandboxProspect>(prospect => prospect.TagIds.Count == 0 && prospect.StatusId == null);
        state.Threads.Should().NotContain(thread => thread.Id == "threadabc123");
        state.Events.Select(item => (item.Type, item.ObjectId)).TakeLast(3)
            .Should().Equal(("tag.deleted", "taghotlead"), ("status.deleted", "statusnew"), ("thread.deleted", "threadabc123"));
    }

    public static TheoryData<string, Action<SandboxState>> Refused => new()
    {
        { "*prospect 'prospectabc123' already*", s => s.AddProspect(new() { Id = "prospect_abc123", PlatformId = "1", Username = "a" }) },
        { "*'1234567890' on x belongs to prospect 'prospectabc123'*", s => s.AddProspect(new() { Id = "a", PlatformId = "1234567890", Username = "a" }) },
        { "*'1234567890' on x*", s => s.Update(s.FindProspect("prospect_000002")! with { PlatformId = "1234567890" }) },
        { "*Id*", s => s.AddProspect(new() { Id = " ", PlatformId = "1", Username = "a" }) },
        { "*no prospect 'a'*", s => s.Update(new SandboxProspect { Id = "a", PlatformId = "1", Username = "a" }) },
        { "*no tag 'nope'*", s => s.Update(s.FindProspect("prospect_abc123")! with { TagIds = ["nope"] }) },
        { "*'tagpartner' twice*", s => s.Update(s.FindProspect("prospect_abc123")! with { TagIds = ["tag_partner", "tag_partner"] }) },
        { "*no status 'nope'*", s => s.Update(s.FindProspect("prospect_abc123")! with { StatusId = "nope" }) },
        { "*no member 'nope'*", s => s.Update(s.FindProspect("prospect_abc123")! with { AssigneeId = "nope" }) },
        { "*negative*", s => s.Update(s.FindProspect("prospect_abc123")! with { FollowerCount = -1 }) },
        { "*no prospect 'nope'*", s => s.AddThread(new() { Id = "t", ProspectId = "nope", AccountLinkId = "acc_abc123", LastMessageAt = Noon }) },
        { "*no account link 'nope'*", s => s.AddThread(new() { Id = "t", ProspectId = "prospect_abc123", AccountLinkId = "nope", LastMessageAt = Noon }) },
        { "*already has a thread with account 'accabc123'*", s => s.AddThread(new() { Id = "t", ProspectId = "prospect_abc123", AccountLinkId = "acc_abc123", LastMessageAt = Noon }) },
        { "*thread 'threadabc123' already*", s => s.AddThread(s.FindThread("thread_abc123")! with { AccountLinkId = "acc_def456" }) },
        { "*no member 'nope'*", s => s.Update(s.FindThread("thread_abc123")! with { AssigneeId = "nope" }) },
        { "*cannot change*", s => s.Update(s.FindThread("thread_abc123")! with { AccountLinkId = "acc_def456" }) },
        { "*cannot change*", s => s.Update(s.FindThread("thread_abc123")! with { ProspectId = "prospect_000002" }) },
        { "*no thread 'nope'*", s => s.AddMessage("nope", Noon) },
        { "*tag 'tagpartner' already*", s => s.AddTag(new() { Id = "tag_partner", Name = "Other" }) },
        { "*named 'PARTNER' already*", s => s.AddTag(new() { Id = "other", Name = "PARTNER" }) },
        { "*needs a name*", s => s.AddTag(new() { Id = "other", Name = "" }) },
        { "*needs an id*", s => s.AddTag(new() { Id = "", Name = "Other" }) },
        { "*'red' is not a color*", s => s.AddTag(new() { Id = "other", Name = "Other", Color = "red" }) },
        { "*no tag 'other'*", s => s.Update(new SandboxTag { Id = "other", Name = "Other" }) },
        { "*'red' is not a color*", s => s.AddStatus(new() { Id = "other", Name = "Other", Color = "red" }) },
        { "*status 'statusnew' already*", s => s.AddStatus(new() { Id = "status_new", Name = "Other" }) },
        { "*member 'memberowner' already*", s => s.AddMember(new() { Id = "member_owner", Name = "a", Email = "a" }) },
        { "*account link 'accabc123' already*", s => s.AddAccountLink(new() { Id = "acc_abc123", PlatformId = "1", Username = "a" }) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Arrange_WhatCannotBe_ThrowsAndChangesNothing(string message, Action<SandboxState> arrange)
    {
        await using var api = await TestApi.StartAsync(new InboxSandboxOptions { ProspectCount = 2 });
        var before = Describe(api.State);

        api.State.Invoking(arrange).Should().Throw<ArgumentException>().WithMessage(message);

        Describe(api.State).Should().Be(before);
    }

    private static string Describe(SandboxState state) =>
        string.Join<object>('\n', [.. state.Prospects, .. state.Threads, .. state.Tags, .. state.Statuses, .. state.Members, .. state.AccountLinks]);
}
