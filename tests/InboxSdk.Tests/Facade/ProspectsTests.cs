namespace InboxSdk.Tests.Facade;

public abstract class ProspectsTests(InboxApiVersion version) : FacadeTests(version)
{
    [Fact]
    public async Task FindByPlatformIdAsync_Known_ReturnsTheWholeProspect()
    {
        var prospect = await Inbox.Prospects.FindByPlatformIdAsync(ExamplePlatformId);

        prospect.Should().BeEquivalentTo(new
        {
            Id = ExampleId,
            PlatformId = ExamplePlatformId,
            Platform = Platform.X,
            Username = "johndoe",
            Name = "John Doe",
            FollowerCount = 5420L,
            FollowingCount = 892L,
        });
    }

    [Theory]
    [InlineData("0")]
    [InlineData("johndoe")]
    [InlineData("12345 67890&x=#/?%")]
    public async Task FindByPlatformIdAsync_Unknown_ReturnsNull(string platformId) =>
        (await Inbox.Prospects.FindByPlatformIdAsync(platformId)).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task FindByPlatformIdAsync_Empty_IsRefusedBeforeARequest(string platformId)
    {
        await Inbox.Prospects.Invoking(prospects => prospects.FindByPlatformIdAsync(platformId)).Should().ThrowAsync<ArgumentException>();

        Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task GetAsync_Known_IsTheOneFound() =>
        (await Inbox.Prospects.GetAsync(ExampleId, ProspectExpand.IsDone)).Should().BeEquivalentTo(await ExampleAsync());

    [Fact]
    public async Task GetAsync_Unknown_ThrowsNotFound() =>
        (await Inbox.Prospects.Invoking(prospects => prospects.GetAsync("unknown")).Should().ThrowAsync<InboxNotFoundException>())
            .Which.Code.Should().Be(Version == InboxApiVersion.V1 ? "PROSPECT_NOT_FOUND" : "contactNotFound");

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\nb")]
    public async Task GetAsync_NoId_IsRefusedBeforeARequest(string prospectId)
    {
        await Inbox.Prospects.Invoking(prospects => prospects.GetAsync(prospectId)).Should().ThrowAsync<ArgumentException>();

        Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_EveryField_Stays()
    {
        var tags = await Inbox.Tags.ListAsync().ToListAsync();
        var status = (await Inbox.Statuses.FindByNameAsync("Qualified"))!;
        var member = (await Inbox.Members.FindByEmailAsync("sales@example.com"))!;

        var updated = await Inbox.Prospects.UpdateAsync(ExampleId, new()
        {
            Notes = "Decision maker at Acme Corp — “Budget approved”",
            Valuation = 75_000.25m,
            TagIds = [tags[0].Id, tags[2].Id],
            StatusId = status.Id,
            AssigneeId = member.Id,
            IsDone = true,
        });

        var read = await Inbox.Prospects.GetAsync(ExampleId, ProspectExpand.IsDone);
        foreach (var prospect in new[] { updated, read })
        {
            prospect.Notes.Should().Be("Decision maker at Acme Corp — “Budget approved”");
            prospect.Valuation.Should().Be(75_000.25m);
            prospect.Tags.Should().BeEquivalentTo([tags[0], tags[2]]);
            prospect.Status.Should().Be(status);
            prospect.AssigneeId.Should().Be(member.Id);
            prospect.IsDone.Should().BeTrue();
        }
    }

    [Fact]
    public async Task UpdateAsync_OneField_LeavesTheOthersAlone()
    {
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { Notes = "first", Valuation = 10 });

        await Inbox.Prospects.UpdateAsync(ExampleId, new() { Valuation = 20 });

        var read = await Inbox.Prospects.GetAsync(ExampleId);
        read.Notes.Should().Be("first");
        read.Valuation.Should().Be(20);
    }

    [Fact]
    public async Task UpdateAsync_Null_Clears()
    {
        var status = (await Inbox.Statuses.FindByNameAsync("Closed"))!;
        var member = (await Inbox.Members.FindByEmailAsync("sales@example.com"))!;
        var tag = (await Inbox.Tags.FindByNameAsync("Enterprise"))!;
        await Inbox.Prospects.UpdateAsync(
            ExampleId, new() { Notes = "x", Valuation = 1, TagIds = [tag.Id], StatusId = status.Id, AssigneeId = member.Id });

        await Inbox.Prospects.UpdateAsync(
            ExampleId, new() { Notes = null, Valuation = null, TagIds = [], StatusId = null, AssigneeId = null });

        var read = await Inbox.Prospects.GetAsync(ExampleId);
        read.Should().BeEquivalentTo(new { Notes = (string?)null, Valuation = (decimal?)null, Status = (Status?)null, AssigneeId = (string?)null });
        read.Tags.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_UnknownTag_ThrowsValidationAndChangesNothing()
    {
        var before = await ExampleAsync();

        var act = () => Inbox.Prospects.UpdateAsync(before.Id, new() { TagIds = ["unknown"] });

        await act.Should().ThrowAsync<InboxValidationException>();
        (await ExampleAsync()).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task UpdateAsync_UnknownProspect_ThrowsNotFound() =>
        await Inbox.Prospects.Invoking(prospects => prospects.UpdateAsync("unknown", new() { IsDone = true }))
            .Should().ThrowAsync<InboxNotFoundException>();

    [Fact]
    public async Task AddTagsAsync_KeepsTheTagsItHas()
    {
        var (first, second) = await TwoTagsAsync();
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { TagIds = [first.Id] });

        var updated = await Inbox.Prospects.AddTagsAsync(ExampleId, [second.Id, second.Id]);

        updated.Tags.Should().BeEquivalentTo([first, second]);
        (await ExampleAsync()).Tags.Should().BeEquivalentTo([first, second]);
    }

    [Fact]
    public async Task AddTagsAsync_HasThemAll_ChangesNothing()
    {
        var (first, _) = await TwoTagsAsync();
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { TagIds = [first.Id] });
        Sandbox.Requests.Clear();

        var read = await Inbox.Prospects.AddTagsAsync(ExampleId, [first.Id]);

        read.Tags.Should().BeEquivalentTo([first]);
        // Where tags are added one by one, adding one again costs less than reading the tags first.
        Writes.Count().Should().Be(Version == InboxApiVersion.V1 ? 0 : 1);
    }

    [Fact]
    public async Task RemoveTagsAsync_KeepsTheOthers()
    {
        var (first, second) = await TwoTagsAsync();
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { TagIds = [first.Id, second.Id] });

        var updated = await Inbox.Prospects.RemoveTagsAsync(ExampleId, [first.Id, "unknown"]);

        updated.Tags.Should().BeEquivalentTo([second]);
        (await ExampleAsync()).Tags.Should().BeEquivalentTo([second]);
    }

    [Fact]
    public async Task RemoveTagsAsync_LastTag_LeavesNone()
    {
        var (first, _) = await TwoTagsAsync();
        await Inbox.Prospects.UpdateAsync(ExampleId, new() { TagIds = [first.Id] });

        (await Inbox.Prospects.RemoveTagsAsync(ExampleId, [first.Id])).Tags.Should().BeEmpty();
    }

    [Fact]
    public async Task ChangeTags_NothingNamed_IsRefusedBeforeARequest()
    {
        await Inbox.Prospects.Invoking(prospects => prospects.AddTagsAsync(ExampleId, [])).Should().ThrowAsync<ArgumentException>();
        await Inbox.Prospects.Invoking(prospects => prospects.RemoveTagsAsync(ExampleId, [""])).Should().ThrowAsync<ArgumentException>();

        Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_ContradictingTags_AreRefusedBeforeARequest()
    {
        ProspectUpdate[] wrong =
        [
            new() { TagIds = ["a"], AddTagIds = ["b"] }, new() { AddTagIds = ["a"], RemoveTagIds = ["a"] }, new() { AddTagIds = [""] }, new() { AddTagIds = [] },
            new() { RemoveTagIds = [" "] },
        ];

        foreach (var update in wrong)
            await Inbox.Prospects.Awaiting(prospects => prospects.UpdateAsync(ExampleId, update)).Should().ThrowAsync<ArgumentException>();

        Sandbox.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ListAsync_ReturnsEachProspectWithAThreadOnce()
    {
        var listed = await Inbox.Prospects.ListAsync(new() { PageSize = 7 }).ToListAsync();

        var expected = Sandbox.State.Threads.Select(thread => thread.ProspectId).Distinct().ToList();
        expected.Count.Should().BeLessThan(Sandbox.State.Threads.Count, "some prospects have two threads");
        listed.Select(prospect => InState(prospect.Id)).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(expected);
    }

    private async Task<(Tag First, Tag Second)> TwoTagsAsync()
    {
        var tags = await Inbox.Tags.ListAsync().ToListAsync();
        return (tags[0], tags[1]);
    }
}

public sealed class V1ProspectsTests() : ProspectsTests(InboxApiVersion.V1);

public sealed class V2ProspectsTests() : ProspectsTests(InboxApiVersion.V2);
