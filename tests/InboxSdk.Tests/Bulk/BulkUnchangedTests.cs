using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Bulk;

/// <summary>Tests bulk runs that do not send what a prospect already has.</summary>
public class BulkUnchangedTests
{
    private static readonly BulkUpdateOptions Skip = new() { SkipUnchanged = true };

    [Theory]
    [InlineData(InboxApiVersion.V1, true, 100 + (2 * 50), 50)]   // a lookup each; a tag is read and written
    [InlineData(InboxApiVersion.V1, false, 100 + 50 + (2 * 50), 0)]
    [InlineData(InboxApiVersion.V2, true, 1 + 50, 50)]
    [InlineData(InboxApiVersion.V2, false, 1 + 100, 0)]
    public async Task UpdateAllAsync_HalfHaveTheTag_SendsItToTheOthersOnly(InboxApiVersion version, bool skip, int requests, int unchanged)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 120 });
        using var inbox = sandbox.CreateClient(options => (options.ApiVersion, options.RateLimit.IsEnabled) = (version, false));
        var tag = (await inbox.Tags.FindByNameAsync("Hot Lead"))!;
        var people = sandbox.State.Prospects.Take(100).ToList();
        var stored = sandbox.State.Tags.Single(one => one.Name == "Hot Lead").Id;
        foreach (var (person, index) in people.Select((person, index) => (person, index)))
            sandbox.State.Update(person with { TagIds = index % 2 == 0 ? [stored] : [] });
        sandbox.Requests.Clear();

        var summary = await new BulkContextUpdater(inbox, new() { SkipUnchanged = skip }).UpdateAllAsync(Changes());

        summary.Should().BeEquivalentTo(new { ReadCount = 100L, SucceededCount = 100L, UnchangedCount = (long)unchanged, PreviouslyCompletedCount = 0L });
        sandbox.Requests.Should().HaveCount(requests);
        people.Should().OnlyContain(person => sandbox.State.FindProspect(person.Id)!.TagIds.Contains(stored));

        async IAsyncEnumerable<ProspectContextChange> Changes()
        {
            await foreach (var lookup in inbox.Prospects.FindManyByPlatformIdAsync(people.Select(person => person.PlatformId)))
                yield return new(lookup.Prospect!, new() { AddTagIds = [tag.Id] });
        }
    }

    [Fact]
    public async Task UpdateAsync_SomeOfItIsThere_SendsTheRest()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 30 });
        using var inbox = sandbox.CreateClient(options => options.RateLimit.IsEnabled = false);
        var tags = await inbox.Tags.ListAsync().ToListAsync();
        var status = (await inbox.Statuses.FindByNameAsync("Qualified"))!;
        var prospect = await inbox.Prospects.FindByPlatformIdAsync(sandbox.State.Prospects[0].PlatformId);
        prospect = await inbox.Prospects.UpdateAsync(prospect!.Id, new() { Notes = "Called", Valuation = 1.5m, StatusId = null, TagIds = [tags[0].Id, tags[1].Id] });
        sandbox.Requests.Clear();

        var result = (await new BulkContextUpdater(inbox, Skip).UpdateAsync(
        [
            new(prospect, new() { Notes = "Called", Valuation = 1.50m, StatusId = status.Id, AddTagIds = [tags[0].Id, tags[2].Id], RemoveTagIds = [tags[1].Id, tags[3].Id] }),
        ]).InOrderAsync()).Single();

        result.Should().Match<BulkUpdateResult>(one => one.IsSuccess && !one.IsUnchanged && one.AttemptCount == 1);
        sandbox.Requests.Select(request => request.Method).Should().Equal("PATCH", "PUT", "DELETE");
        sandbox.Requests.First().Body.Should().Be($$"""{"status":"{{status.Id}}"}""");
        (await inbox.Prospects.GetAsync(prospect.Id)).Should().BeEquivalentTo(
            new { Notes = "Called", Valuation = 1.5m, Status = new { status.Id }, Tags = new[] { new { tags[0].Id }, new { tags[2].Id } } });
    }

    public static TheoryData<string, ProspectUpdate, bool> Updates => new()
    {
        { "notes", new() { Notes = "Called" }, true },
        { "other notes", new() { Notes = "called" }, false },
        { "cleared notes", new() { Notes = null }, false },
        { "no assignee", new() { AssigneeId = null }, true },
        { "status", new() { StatusId = "s1" }, true },
        { "no status", new() { StatusId = null }, false },
        { "value", new() { Valuation = 10.00m }, true },
        { "the set of tags", new() { TagIds = ["t2", "t1"] }, true },
        { "a smaller set of tags", new() { TagIds = ["t2"] }, false },
        { "an added tag", new() { AddTagIds = ["t1", "t1"] }, true },
        { "a removed tag", new() { RemoveTagIds = ["t3"] }, true },
        { "a removed tag by its name", new() { RemoveTagIds = ["first"] }, false },
        { "everything", new() { Notes = "Called", Valuation = 10, StatusId = "s1", AssigneeId = null, AddTagIds = ["t1"], RemoveTagIds = ["t3"], IsDone = true }, true },
        { "everything but a tag", new() { Notes = "Called", AddTagIds = ["t1", "t3"] }, false },
        { "done", new() { IsDone = true }, true },
        { "not done", new() { IsDone = false }, false },
    };

    [Theory]
    [MemberData(nameof(Updates))]
    public async Task UpdateAsync_EveryProperty_IsComparedByValue(string what, ProspectUpdate update, bool isUnchanged)
    {
        var prospects = new FakeProspects();
        var known = new Prospect { Id = "p", PlatformId = "1", Notes = "Called", Valuation = 10, Status = new() { Id = "s1" }, Tags = [new() { Id = "t1", Name = "First" }, new() { Id = "t2" }], IsDone = true };

        var result = (await new BulkContextUpdater(prospects, Skip).UpdateAsync([new(known, update)]).InOrderAsync()).Single();

        result.Should().Match<BulkUpdateResult>(one => one.IsSuccess && one.IsUnchanged == isUnchanged && one.AttemptCount == (isUnchanged ? 0 : 1), what);
        prospects.Sent.Should().HaveCount(isUnchanged ? 0 : 1);
    }

    [Fact]
    public async Task UpdateAsync_AProspectThatIsNotDone_IsSent()
    {
        // On v2 another thread of it can be archived.
        var prospects = new FakeProspects();

        await new BulkContextUpdater(prospects, Skip).UpdateAllAsync([new(new Prospect { Id = "p", PlatformId = "1", IsDone = false }, new() { IsDone = false })]);

        prospects.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task UpdateAsync_StateIsNotKnown_IsSent()
    {
        var prospects = new FakeProspects();

        var results = await new BulkContextUpdater(prospects, Skip).UpdateAsync(
        [
            new("a", new() { Notes = null }),
            new(new Prospect { Id = "b" }, new() { Notes = null }),   // the response to an update, without the profile
            new("c", new() { Notes = null }) { Prospect = new() { Id = "d", PlatformId = "1" } },
        ]).InOrderAsync();

        prospects.Sent.Select(change => change.ProspectId).Should().BeEquivalentTo(["a", "b"]);
        results[2].Should().Match<BulkUpdateResult>(result => result.Outcome == BulkUpdateOutcome.Failed && result.AttemptCount == 0 && result.Exception is ArgumentException);
    }

    [Fact]
    public async Task UpdateAsync_LaterChangeOfAProspect_IsNotComparedWithItsFormerState()
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 10 });
        using var inbox = sandbox.CreateClient(options => options.RateLimit.IsEnabled = false);
        var tag = (await inbox.Tags.FindByNameAsync("Hot Lead"))!;
        var id = (await inbox.Prospects.FindByPlatformIdAsync(sandbox.State.Prospects[0].PlatformId))!.Id;
        await inbox.Prospects.UpdateAsync(id, new() { TagIds = [] });
        var prospect = await inbox.Prospects.GetAsync(id);

        await new BulkContextUpdater(inbox, Skip).UpdateAllAsync([new(prospect, new() { AddTagIds = [tag.Id] }), new(prospect, new() { RemoveTagIds = [tag.Id] })]);

        (await inbox.Prospects.GetAsync(id)).Tags.Should().BeEmpty();
    }

    [Fact]
    public async Task UpdateAsync_LaterChangeAfterMoreProspectsThanAreKept_IsNotComparedWithItsFormerState()
    {
        const int MoreThanAreKept = 70_000 * 2;
        var prospects = new FakeProspects();
        var first = new Prospect { Id = "p", PlatformId = "1", Notes = "Before" };
        var others = Enumerable.Range(0, MoreThanAreKept).Select(number => new ProspectContextChange(new Prospect { Id = $"p{number}", PlatformId = "1", Notes = "Called" }, new() { Notes = "Called" }));

        var summary = await new BulkContextUpdater(prospects, Skip).UpdateAllAsync([new(first, new() { Notes = "Called" }), .. others, new(first, new() { Notes = "Before" })]);

        prospects.Sent.Where(change => change.ProspectId == "p").Select(change => change.Notes).Should().Equal("Called", "Before");
        summary.UnchangedCount.Should().BeInRange((long)(MoreThanAreKept * 0.9999), MoreThanAreKept);
    }

    [Fact]
    public async Task UpdateAsync_WithACheckpoint_RecordsAnUnchangedChangeAsCompleted()
    {
        var checkpoint = new MemoryCheckpoint();
        var prospects = new FakeProspects();
        var updater = new BulkContextUpdater(prospects, new() { SkipUnchanged = true, Checkpoint = checkpoint });
        await foreach (var result in updater.UpdateAsync([Change("a", "Called"), Change("b", "Before")]))
            checkpoint.Records.Should().Contain(record => record.StartsWith($"done {result.Index} Succeeded ", StringComparison.Ordinal));

        // What the prospects have is not part of the input: another client has changed it since.
        var results = await updater.UpdateAsync([Change("a", "Before"), Change("b", "Called")]).InOrderAsync();

        prospects.Sent.Should().ContainSingle().Which.ProspectId.Should().Be("b");
        checkpoint.Records.Where(record => record.StartsWith("send", StringComparison.Ordinal)).Should().ContainSingle();
        results.Should().OnlyContain(result => result.IsSuccess && result.WasPreviouslyCompleted && !result.IsUnchanged && !result.WasInFlight);
    }

    [Fact]
    public async Task UpdateAsync_InFlightInAnEarlierRunAndApplied_IsNotResent()
    {
        var checkpoint = new MemoryCheckpoint();
        var held = new HeldCalls();
        _ = new BulkContextUpdater(held.Prospects, new() { SkipUnchanged = true, Checkpoint = checkpoint }).UpdateAllAsync([Change("a", "Before"), Change("b", "Before")]);
        await held.NextAsync(2);

        // The run above never ends, as if its process had been killed after one of its requests was applied.
        var prospects = new FakeProspects();
        var results = await new BulkContextUpdater(prospects, new() { SkipUnchanged = true, Checkpoint = checkpoint }).UpdateAsync([Change("a", "Called"), Change("b", "Before")]).InOrderAsync();

        results.Select(result => (result.IsSuccess, result.IsUnchanged, result.WasInFlight)).Should().Equal((true, true, true), (true, false, true));
        prospects.Sent.Should().ContainSingle().Which.ProspectId.Should().Be("b");
    }

    [Fact]
    public async Task UpdateAllAsync_Progress_CountsWhatIsUnchanged()
    {
        var reports = new Reports();

        await new BulkContextUpdater(new FakeProspects(), Skip).UpdateAllAsync([Change("a", "Called"), Change("b", "Before"), Change("c", "Called")], reports);

        reports[^1].Should().BeEquivalentTo(new { CompletedCount = 3L, UnchangedCount = 2L, FailedCount = 0L, RemainingCount = 0L });
    }

    [Fact]
    public async Task UpdateAllAsync_HalfIsUnchanged_EstimatesByTheRequests()
    {
        var clock = new TestClock();
        var reports = new Reports();
        // Two seconds for each request.
        var prospects = new FakeProspects(_ => clock.Advance(TimeSpan.FromSeconds(2)));
        var changes = Enumerable.Range(0, 60).Select(number => Change($"p{number}", number % 2 == 0 ? "Called" : "Before"));

        await new BulkContextUpdater(prospects, new() { SkipUnchanged = true, MaxConcurrency = 1, TimeProvider = clock }).UpdateAllAsync([.. changes], reports);

        // Sending continues after a result, so the clock may have advanced further than the counts.
        reports.Where(report => report.CompletedCount > 20 && report.RemainingCount > 0).Should().NotBeEmpty()
            .And.AllSatisfy(report => report.EstimatedTimeLeft.Should().BeCloseTo(TimeSpan.FromSeconds(report.RemainingCount!.Value), TimeSpan.FromSeconds(0.2 * report.RemainingCount.Value + 2)));
    }

    private static ProspectContextChange Change(string id, string notesBefore) => new(new Prospect { Id = id, PlatformId = "1", Notes = notesBefore }, new() { Notes = "Called" });

    private sealed class Reports : List<BulkUpdateProgress>, IProgress<BulkUpdateProgress>
    {
        public void Report(BulkUpdateProgress value) => Add(value);
    }
}
