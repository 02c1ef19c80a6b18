using InboxSdk.Sandbox;

namespace InboxSdk.Tests.Bulk;

public class BulkContextUpdaterTests
{
    [Fact]
    public async Task UpdateAsync_SomeFail_ReturnsEachItsOwnOutcome()
    {
        var prospects = new FakeProspects(change =>
        {
            Exception? fault = change.ProspectId switch
            {
                "prospect_1" => new InboxValidationException("No such status.") { AttemptCount = 1 },
                "prospect_2" => new InboxServerException("Down.") { AttemptCount = 4 },
                "prospect_3" => new InboxTransportException("Broken.") { AttemptCount = 2 },
                "prospect_4" => new InboxTimeoutException("Too late.") { AttemptCount = 1 },
                "prospect_5" => new InboxSerializationException("Not JSON.") { AttemptCount = 1 },
                "prospect_6" => new InvalidOperationException("A bug of the fake."),
                _ => null,
            };
            if (fault is not null)
                throw fault;
        });

        var results = await new BulkContextUpdater(prospects).UpdateAsync(BulkInput.Changes(8)).InOrderAsync();

        results.Select(result => result.Index).Should().Equal(0, 1, 2, 3, 4, 5, 6, 7);
        results.Select(result => result.ProspectId).Should().Equal(Enumerable.Range(0, 8).Select(index => $"prospect_{index}"));
        results.Select(result => result.IsSuccess).Should().Equal(true, false, false, false, false, false, false, true);
        results.Select(result => result.Outcome).Should().Equal(
            BulkUpdateOutcome.Succeeded, BulkUpdateOutcome.Failed, BulkUpdateOutcome.Indeterminate, BulkUpdateOutcome.Indeterminate, BulkUpdateOutcome.Indeterminate,
            BulkUpdateOutcome.Indeterminate, BulkUpdateOutcome.Indeterminate, BulkUpdateOutcome.Succeeded);
        results.Select(result => result.AttemptCount).Should().Equal(1, 1, 4, 2, 1, 1, 1, 1);
        results.Select(result => result.Error).Should().Equal(null, "No such status.", "Down.", "Broken.", "Too late.", "Not JSON.", "A bug of the fake.", null);
        results[1].Exception.Should().BeOfType<InboxValidationException>();
    }

    [Fact]
    public async Task UpdateAsync_InvalidChanges_FailAloneAndAreNotSent()
    {
        var prospects = new FakeProspects();
        ProspectContextChange[] changes =
        [
            BulkInput.Change(""), BulkInput.Change("  "), BulkInput.Change(null!), new("prospect_1", new()), new("prospect_2", null!), null!,
            new("prospect_3", new() { TagIds = [""] }), BulkInput.Change("prospect_4"),
        ];

        var results = await new BulkContextUpdater(prospects).UpdateAsync(changes).InOrderAsync();

        results[..7].Should().OnlyContain(result => result.Outcome == BulkUpdateOutcome.Failed && result.AttemptCount == 0 && result.Exception is ArgumentException);
        results[7].IsSuccess.Should().BeTrue();
        prospects.Sent.Should().ContainSingle().Which.ProspectId.Should().Be("prospect_4");
    }

    [Theory]
    [InlineData(InboxApiVersion.V1)]
    [InlineData(InboxApiVersion.V2)]
    public async Task UpdateAsync_Sandbox_ChangesEveryProspect(InboxApiVersion version)
    {
        await using var sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 40 });
        using var inbox = sandbox.CreateClient(options => (options.ApiVersion, options.RateLimit.IsEnabled) = (version, false));
        var ids = (await inbox.Prospects.ListAsync().ToListAsync()).Select(prospect => prospect.Id).ToList();
        var changes = ids.Append("..").Append("unknown").Select(id => BulkInput.Change(id, $"For {id}"));

        var results = await new BulkContextUpdater(inbox).UpdateAsync(changes.Async()).InOrderAsync();

        ids.Should().HaveCountGreaterThan(30);
        ids.Should().OnlyContain(id => sandbox.State.FindProspect(id)!.Notes == $"For {id}");
        results[..^2].Should().OnlyContain(result => result.IsSuccess);
        // The client refuses an id that would change the path, before it makes a request.
        results[^2].Should().Match<BulkUpdateResult>(result => result.Outcome == BulkUpdateOutcome.Failed && result.AttemptCount == 0 && result.Exception is ArgumentException);
        results[^1].Should().Match<BulkUpdateResult>(result => result.Outcome == BulkUpdateOutcome.Failed && result.AttemptCount == 1 && result.Exception is InboxNotFoundException);
    }

    [Fact]
    public async Task UpdateAsync_Duplicates_AreReportedAndCounted()
    {
        ProspectContextChange[] changes = [BulkInput.Change("a", "1"), BulkInput.Change("b"), BulkInput.Change("a", "2"), BulkInput.Change("a", "1"), BulkInput.Change("")];
        var updater = new BulkContextUpdater(new FakeProspects());

        var results = await updater.UpdateAsync(changes).InOrderAsync();
        var summary = await updater.UpdateAllAsync(changes);

        results.Select(result => result.IsDuplicate).Should().Equal(false, false, true, true, false);
        summary.DuplicateCount.Should().Be(2);
    }

    [Fact]
    public async Task UpdateAsync_MoreProspectsThanAreKept_StillKnowsTheLatest65536()
    {
        const int Kept = 65_536;
        List<ProspectContextChange> changes = [.. BulkInput.Changes(Kept + 1), BulkInput.Change("prospect_1"), BulkInput.Change($"prospect_{Kept}")];

        var duplicates = new List<long>();
        await foreach (var result in new BulkContextUpdater(new FakeProspects()).UpdateAsync(changes))
        {
            if (result.IsDuplicate)
                duplicates.Add(result.Index);
        }

        duplicates.Should().BeEquivalentTo([Kept + 1L, Kept + 2L]);
    }

    [Fact]
    public async Task UpdateAllAsync_MixedOutcomes_SumsUp()
    {
        var prospects = new FakeProspects(change =>
        {
            if (change.Notes is "3" or "7")
                throw new InboxNotFoundException("Gone.");
            if (change.Notes == "5")
                throw new InboxTransportException("Broken.");
        });

        var summary = await new BulkContextUpdater(prospects).UpdateAllAsync(BulkInput.Changes(10));

        summary.Should().BeEquivalentTo(
            new { ReadCount = 10L, SucceededCount = 7L, FailedCount = 2L, IndeterminateCount = 1L, NotAttemptedCount = 0L, PreviouslyCompletedCount = 0L, StoppedBy = BulkStopReason.None, ResumeFrom = (long?)null });
        summary.FirstFailures.Select(result => result.Index).Should().BeEquivalentTo([3L, 5L, 7L]);
    }

    [Fact]
    public async Task UpdateAllAsync_ManyFailures_KeepsTheFirstHundred()
    {
        var summary = await new BulkContextUpdater(new FakeProspects(_ => throw new InboxNotFoundException("Gone."))).UpdateAllAsync(BulkInput.Changes(150));

        summary.FailedCount.Should().Be(150);
        summary.FirstFailures.Should().HaveCount(100);
    }

    [Fact]
    public async Task UpdateAsync_EmptyInput_ReturnsNothing()
    {
        var updater = new BulkContextUpdater(new FakeProspects());

        (await updater.UpdateAsync([]).InOrderAsync()).Should().BeEmpty();
        (await updater.UpdateAllAsync(Enumerable.Empty<ProspectContextChange>().Async())).ReadCount.Should().Be(0);
    }

    [Fact]
    public async Task UpdateAsync_InputThatThrows_EndsWithItsExceptionAfterTheResults()
    {
        static IEnumerable<ProspectContextChange> Input()
        {
            yield return BulkInput.Change("a");
            throw new FormatException("Row 2 is no change.");
        }

        var results = new List<BulkUpdateResult>();
        var updater = new BulkContextUpdater(new FakeProspects());

        (await updater.UpdateAsync(Input()).IntoAsync(results)).Should().BeOfType<FormatException>();
        results.Should().ContainSingle();
        await updater.Invoking(it => it.UpdateAllAsync(Input())).Should().ThrowAsync<FormatException>();
    }

    [Fact]
    public async Task UpdateAsync_NotEnumerated_DoesNothing()
    {
        var prospects = new FakeProspects();

        _ = new BulkContextUpdater(prospects).UpdateAsync(BulkInput.Changes(3));
        await Task.Yield();

        prospects.Sent.Should().BeEmpty();
    }

    public static TheoryData<BulkUpdateOptions, string> WrongOptions() => new()
    {
        { new() { MaxConcurrency = 0 }, "*MaxConcurrency is 0; it must be from 1*to 256*" },
        { new() { MaxConcurrency = 257 }, "*MaxConcurrency is 257*" },
        { new() { DrainTimeout = TimeSpan.FromTicks(-1) }, "*DrainTimeout*from zero (cancel immediately) to 1 hour*" },
        { new() { DrainTimeout = TimeSpan.FromHours(2) }, "*DrainTimeout*" },
        { new() { TimeProvider = null! }, "*TimeProvider must not be null. Use TimeProvider.System*" },
    };

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public void Constructor_WrongOption_SaysWhatToDo(BulkUpdateOptions options, string message) =>
        FluentActions.Invoking(() => new BulkContextUpdater(new FakeProspects(), options)).Should().Throw<ArgumentException>().WithMessage(message);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(256, 3600)]
    public async Task Constructor_OptionsAtTheirBounds_AreAccepted(int concurrency, int drainSeconds) =>
        (await new BulkContextUpdater(new FakeProspects(), new() { MaxConcurrency = concurrency, DrainTimeout = TimeSpan.FromSeconds(drainSeconds) })
            .UpdateAllAsync(BulkInput.Changes(3))).SucceededCount.Should().Be(3);

    [Fact]
    public void UpdateAsync_NoInput_IsRefusedAtOnce()
    {
        var updater = new BulkContextUpdater(new FakeProspects());

        updater.Invoking(it => { _ = it.UpdateAsync((IEnumerable<ProspectContextChange>)null!); }).Should().Throw<ArgumentNullException>().WithParameterName("changes");
        updater.Invoking(it => { _ = it.UpdateAsync((IAsyncEnumerable<ProspectContextChange>)null!); }).Should().Throw<ArgumentNullException>().WithParameterName("changes");
        updater.Invoking(it => { _ = it.UpdateAllAsync((IEnumerable<ProspectContextChange>)null!); }).Should().Throw<ArgumentNullException>().WithParameterName("changes");
        updater.Invoking(it => { _ = it.UpdateAllAsync((IAsyncEnumerable<ProspectContextChange>)null!); }).Should().Throw<ArgumentNullException>().WithParameterName("changes");
        FluentActions.Invoking(() => new BulkContextUpdater(null!)).Should().Throw<ArgumentNullException>();
    }
}
