using System.Collections.Immutable;
using InboxSdk.Sandbox;

namespace InboxSdk.Tests.Facade;

public abstract class ThreadsTests(InboxApiVersion version) : FacadeTests(version)
{
    [Fact]
    public async Task ListAsync_NoQuery_ReturnsEveryThreadNewestFirst()
    {
        var listed = await Inbox.Threads.ListAsync(new() { PageSize = 30 }).ToListAsync();

        listed.Select(thread => InState(thread.Id)).Should().BeEquivalentTo(Sandbox.State.Threads.Select(thread => thread.Id));
        listed.Select(thread => thread.LastMessageAt).Should().BeInDescendingOrder();
        Sandbox.Requests.Count(request => request.Path.EndsWith("/threads", StringComparison.Ordinal)).Should().Be((listed.Count + 29) / 30);
    }

    [Fact]
    public async Task ListAsync_View_ReturnsItsThreadsOnly()
    {
        await ExpectAsync(new() { View = InboxView.Archived }, thread => thread.IsDone);
        await ExpectAsync(new() { View = InboxView.Requests }, thread => !thread.IsDone && thread.IsRequest);
        await ExpectAsync(new() { View = InboxView.Default }, thread => !thread.IsDone && !thread.IsRequest);
        await ExpectAsync(new() { View = InboxView.NoReply }, thread => !thread.IsDone && !thread.IsRequest && thread.TeamWroteLast);
    }

    [Fact]
    public async Task ListAsync_Tags_ReturnsThreadsWithAnyOfThem()
    {
        var tags = await Inbox.Tags.ListAsync().ToListAsync();
        string[] wanted = [tags[0].Id, tags[3].Id];

        await ExpectAsync(new() { TagIds = wanted }, thread => TagsOf(thread).Intersect(wanted.Select(InState)).Any());
        await ExpectAsync(new() { IsUntagged = true }, thread => TagsOf(thread).IsEmpty);
    }

    [Fact]
    public async Task ListAsync_AccountLink_ReturnsItsThreadsOnly()
    {
        var account = Sandbox.State.AccountLinks[1].Id;

        await ExpectAsync(new() { AccountLinkId = account }, thread => thread.AccountLinkId == account);
    }

    [Fact]
    public async Task ListAsync_UnknownView_ThrowsValidation() =>
        await Inbox.Threads.Invoking(threads => threads.ListAsync(new() { View = "starred" }).ToListAsync()).Should().ThrowAsync<InboxValidationException>();

    [Fact]
    public async Task ListAsync_ThreadsMoveWhileEnumerating_NoOtherIsSkippedOrRepeated()
    {
        var before = Sandbox.State.Threads.Select(thread => thread.Id).ToList();
        var moved = new HashSet<string>();
        var seen = new List<string>();
        var newest = Sandbox.State.Threads.Max(thread => thread.LastMessageAt);

        await foreach (var page in Inbox.Threads.ListAsync().AsPages(pageSize: 10))
        {
            seen.AddRange(page.Items.Select(thread => InState(thread.Id)));
            // A thread that was listed and one that was not get a message and move to the front.
            foreach (var id in new[] { seen[0], before.Except(seen).LastOrDefault() }.OfType<string>())
            {
                Sandbox.State.AddMessage(id, newest = newest.AddMinutes(1));
                moved.Add(id);
            }
        }

        seen.Except(moved).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(before.Except(moved));
        seen.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task FindAsync_Known_ReturnsTheThreadWithItsProspect()
    {
        var expected = Sandbox.State.Threads[0];
        var prospect = Sandbox.State.FindProspect(expected.ProspectId)!;

        var thread = await Inbox.Threads.FindAsync(prospect.PlatformId, expected.AccountLinkId);

        InState(thread!.Id).Should().Be(expected.Id);
        InState(thread.ProspectId).Should().Be(prospect.Id);
        thread.Prospect.Username.Should().Be(prospect.Username);
    }

    [Fact]
    public async Task FindAsync_Unknown_ReturnsNull()
    {
        (await Inbox.Threads.FindAsync("0", Sandbox.State.AccountLinks[0].Id)).Should().BeNull();
        (await Inbox.Threads.FindAsync(ExamplePlatformId, "unknown")).Should().BeNull();
    }

    [Fact]
    public async Task GetAsync_Known_IsTheOneListed()
    {
        var listed = (await Inbox.Threads.ListAsync().ToListAsync())[5];

        (await Inbox.Threads.GetAsync(listed.Id)).Should().BeEquivalentTo(listed);
    }

    [Fact]
    public async Task GetAsync_Unknown_ThrowsNotFound() =>
        (await Inbox.Threads.Invoking(threads => threads.GetAsync("nothing")).Should().ThrowAsync<InboxNotFoundException>())
            .Which.Code.Should().Be(Version == InboxApiVersion.V1 ? "THREAD_NOT_FOUND" : "threadNotFound");

    [Fact]
    public async Task UpdateAsync_DoneAndAssignee_ArchivesAndComesBack()
    {
        var thread = Sandbox.State.Threads.First(candidate => !candidate.IsDone);
        var member = Sandbox.State.Members[0].Id;

        var archived = await Inbox.Threads.UpdateAsync(thread.Id, new() { IsDone = true, AssigneeId = member });
        archived.IsDone.Should().BeTrue();
        InState(archived.AssigneeId!).Should().Be(member);
        Sandbox.State.FindThread(thread.Id)!.IsDone.Should().BeTrue();

        var back = await Inbox.Threads.UpdateAsync(thread.Id, new() { IsDone = false });
        back.IsDone.Should().BeFalse();
        InState(back.AssigneeId!).Should().Be(member, "it was not assigned in the update");

        (await Inbox.Threads.UpdateAsync(thread.Id, new() { AssigneeId = null })).AssigneeId.Should().BeNull();
    }

    [Fact]
    public async Task UpdateAsync_UnknownMember_ThrowsValidationAndChangesNothing()
    {
        var thread = Sandbox.State.Threads[0];

        await Inbox.Threads.Invoking(threads => threads.UpdateAsync(thread.Id, new() { IsDone = !thread.IsDone, AssigneeId = "unknown" }))
            .Should().ThrowAsync<InboxValidationException>();

        Sandbox.State.FindThread(thread.Id).Should().BeEquivalentTo(thread);
    }

    private async Task ExpectAsync(ThreadQuery query, Func<SandboxThread, bool> belongs)
    {
        var expected = Sandbox.State.Threads.Where(belongs).Select(thread => thread.Id).ToList();
        expected.Should().NotBeEmpty().And.HaveCountLessThan(Sandbox.State.Threads.Count);

        (await Inbox.Threads.ListAsync(query with { PageSize = 11 }).ToListAsync()).Select(thread => InState(thread.Id)).Should().BeEquivalentTo(expected);
    }

    private ImmutableArray<string> TagsOf(SandboxThread thread) => [.. Sandbox.State.FindProspect(thread.ProspectId)!.TagIds];
}

public sealed class V1ThreadsTests() : ThreadsTests(InboxApiVersion.V1);

public sealed class V2ThreadsTests() : ThreadsTests(InboxApiVersion.V2);
