using InboxSdk.V2;

namespace InboxSdk.Sandbox.Tests;

/// <summary>The ids of the state, used as an application's test uses them: with a client.</summary>
public sealed class StateIdTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<InboxApiVersion> Versions => [InboxApiVersion.V1, InboxApiVersion.V2];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task GeneratedIds_PassedToAClient_AreThoseOfItsObjects(InboxApiVersion version)
    {
        await using var sandbox = await InboxSandbox.StartAsync();
        using var inbox = sandbox.CreateClient(options => options.ApiVersion = version);
        var (person, tag, status, member) = (sandbox.State.Prospects[5], sandbox.State.Tags[0], sandbox.State.Statuses[1], sandbox.State.Members[2]);
        var thread = sandbox.State.Threads.First(each => each.ProspectId == person.Id);

        (await inbox.Prospects.GetAsync(person.Id)).PlatformId.Should().Be(person.PlatformId);
        await inbox.Prospects.UpdateAsync(person.Id, new() { TagIds = [tag.Id], StatusId = status.Id, AssigneeId = member.Id, Notes = "Called" });
        await inbox.Threads.UpdateAsync(thread.Id, new() { IsDone = true });

        sandbox.State.FindProspect(person.Id).Should().Be(person with { TagIds = [tag.Id], StatusId = status.Id, AssigneeId = member.Id, Notes = "Called" });
        sandbox.State.FindThread(thread.Id)!.IsDone.Should().BeTrue();
        (await inbox.Members.GetAsync(member.Id)).Email.Should().Be(member.Email);
        var listed = await inbox.Threads.ListAsync(new() { AccountLinkId = thread.AccountLinkId, TagIds = [tag.Id], View = InboxView.Archived }).ToListAsync();
        listed.Should().Contain(each => each.Prospect.PlatformId == person.PlatformId);
        await inbox.Tags.DeleteAsync(tag.Id);
        sandbox.State.Tags.Should().NotContain(tag);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task AddedIds_InAnySpelling_AreUsable(InboxApiVersion version)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 0 });
        using var inbox = sandbox.CreateClient(options => options.ApiVersion = version);
        var state = sandbox.State;
        var tag = state.AddTag(new() { Id = "tag_VIP", Name = "VIP" });
        var status = state.AddStatus(new() { Id = "status-won", Name = "Won" });
        var member = state.AddMember(new() { Id = "member_ada", Email = "ada@example.com", Name = "Ada" });
        var account = state.AddAccountLink(new() { Id = "acc_ada", PlatformId = "3", Username = "ada" });

        var person = state.AddProspect(new() { Id = "prospect_bob", PlatformId = "42", Username = "bob", TagIds = ["tag_VIP"], StatusId = "status-won", AssigneeId = "member_ada" });
        var thread = state.AddThread(new() { Id = "thread_bob", ProspectId = "prospect_bob", AccountLinkId = "acc_ada", AssigneeId = "member_ada", LastMessageAt = Noon });
        var message = state.AddMessage("thread_bob", Noon.AddMinutes(1));

        (await inbox.Prospects.GetAsync(person.Id)).Username.Should().Be("bob");
        (await inbox.Threads.GetAsync(thread.Id)).LastMessageAt.Should().Be(message.CreatedAt);
        (await inbox.Members.GetAsync(member.Id)).Name.Should().Be("Ada");
        (await inbox.Tags.UpdateAsync(tag.Id, new() { Name = "Very important" })).Name.Should().Be("Very important");
        (person.TagIds, person.StatusId, person.AssigneeId, thread.AccountLinkId).Should().BeEquivalentTo((new[] { tag.Id }, status.Id, member.Id, account.Id));
        (thread.ProspectId, message.ThreadId).Should().Be((person.Id, thread.Id));
        (state.FindProspect("prospect_bob"), state.FindThread("thread_bob")!.Id).Should().Be((person, thread.Id));
    }

    [Fact]
    public async Task V1_WritesTheSpellingThatWasAdded_AndV2ItsOwn()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 0 });
        sandbox.State.AddProspect(new() { Id = "prospect_Hot_Lead", PlatformId = "42", Username = "bob" });
        using var v1 = sandbox.CreateClient(options => options.ApiVersion = InboxApiVersion.V1);
        using var v2 = sandbox.CreateClient();

        (await v1.Prospects.FindByPlatformIdAsync("42"))!.Id.Should().Be("prospect_Hot_Lead");
        (await v2.Prospects.FindByPlatformIdAsync("42"))!.Id.Should().Be("prospecthotlead");
        (await v1.Prospects.GetAsync("prospecthotlead")).Id.Should().Be("prospecthotlead", "the client checks that the object is the requested one");
    }

    [Fact]
    public async Task EveryIdOfTheState_IsOneOfV2()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 200 });
        using var inbox = sandbox.CreateClient();
        var state = sandbox.State;
        await inbox.V2.Messages.SendAsync(new() { Target = new ThreadTarget(state.Threads[0].Id), Content = "Hi" });
        state.RemoveThread("thread_abc123");
        state.RemoveTag("tag_partner");

        IEnumerable<string?> ids =
        [
            .. state.Prospects.SelectMany(each => each.TagIds.Concat([each.Id, each.StatusId, each.AssigneeId])),
            .. state.Threads.SelectMany(each => new[] { each.Id, each.ProspectId, each.AccountLinkId, each.AssigneeId }),
            .. state.Threads.SelectMany(each => state.MessagesOf(each.Id)).SelectMany(each => new[] { each.Id, each.ThreadId, each.ReplyToMessageId }),
            .. state.Tags.Select(each => each.Id), .. state.Statuses.Select(each => each.Id), .. state.Members.Select(each => each.Id), .. state.AccountLinks.Select(each => each.Id),
            .. state.Events.Select(each => each.ObjectId),
        ];

        ids.OfType<string>().Should().OnlyContain(id => InboxId.IsValid(id));
        state.Events.Should().NotBeEmpty();
    }
}
