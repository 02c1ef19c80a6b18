using InboxSdk.Sandbox;
using InboxSdk.Tests.Facade;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Workflows;

public abstract class AutoTaggerTests(InboxApiVersion version) : FacadeTests(version)
{
    // Some of these tests write more than the rate limit of a minute allows.
    private new IInboxClient Inbox => _unpaced ??= Sandbox.CreateClient(options => (options.ApiVersion, options.RateLimit.IsEnabled, options.Retry.MaxRetries) = (Version, false, 0));

    private IInboxClient? _unpaced;

    private const int Threshold = 40;

    [Fact]
    public async Task TagAsync_AtOrOverTheThreshold_AddsTheTagAndKeepsTheOthers()
    {
        var before = Sandbox.State.Prospects.ToDictionary(prospect => prospect.Id, prospect => prospect.TagIds);
        var tag = await HotLeadAsync();
        var good = (await Inbox.Prospects.ListAsync().ToListAsync()).Where(prospect => LeadScorer.Default.Score(prospect).Points >= Threshold).Select(prospect => InState(prospect.Id)).ToHashSet();

        var results = await new AutoTagger(Inbox, new() { Tag = "hot lead", Threshold = Threshold }).TagAsync().CollectAsync();

        results.Should().NotBeEmpty().And.OnlyContain(result => result.IsSuccess && result.Action == AutoTagAction.Add && result.Score.Points >= Threshold);
        good.Count.Should().BeLessThan(before.Count);
        foreach (var prospect in Sandbox.State.Prospects)
            prospect.TagIds.Should().BeEquivalentTo(good.Contains(prospect.Id) ? before[prospect.Id].Union([InState(tag.Id)]) : before[prospect.Id]);
    }

    [Fact]
    public async Task TagAsync_SecondRun_WritesNothing()
    {
        var tagger = new AutoTagger(Inbox, new() { Tag = "Hot Lead", Threshold = Threshold });
        await tagger.TagAsync().CollectAsync();
        Sandbox.Requests.Clear();

        (await tagger.TagAsync().CollectAsync()).Should().BeEmpty();

        Writes.Should().BeEmpty();
    }

    [Fact]
    public async Task TagAsync_DryRun_SaysWhatWouldChangeAndWritesNothing()
    {
        var options = new AutoTagOptions { Tag = "Hot Lead", Threshold = Threshold, RemoveBelowThreshold = true, IsDryRun = true };
        var planned = await new AutoTagger(Inbox, options).TagAsync().CollectAsync();
        Writes.Should().BeEmpty();
        planned.Should().OnlyContain(result => result.Outcome == BulkUpdateOutcome.NotAttempted && result.Error == null);

        var made = await new AutoTagger(Inbox, new() { Tag = "Hot Lead", Threshold = Threshold, RemoveBelowThreshold = true }).TagAsync().CollectAsync();

        made.Select(result => (result.Prospect.Id, result.Action)).Should().BeEquivalentTo(planned.Select(result => (result.Prospect.Id, result.Action)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TagAsync_Progress_CountsThoseScannedAndThoseChanged(bool isDryRun)
    {
        var reports = new Reports();

        var results = await new AutoTagger(Inbox, new() { Tag = "Hot Lead", Threshold = Threshold, IsDryRun = isDryRun }).TagAsync(progress: reports).CollectAsync();

        reports.Should().OnlyContain(report => report.CompletedCount <= report.FoundCount && report.FoundCount <= report.ScannedCount);
        reports[0].RemainingCount.Should().BeNull("not all are scanned");
        reports[^1].Should().BeEquivalentTo(new { ScannedCount = 250L, FoundCount = (long)results.Count, CompletedCount = (long)results.Count, FailedCount = 0L, RemainingCount = 0L });
    }

    [Fact]
    public async Task TagAsync_CallbackThrows_TheRunContinues()
    {
        var results = await new AutoTagger(Inbox, new() { Tag = "Hot Lead", Threshold = Threshold }).TagAsync(progress: new Failing()).CollectAsync();

        results.Should().NotBeEmpty().And.OnlyContain(result => result.IsSuccess);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TagAsync_LongWindowIsUsedUp_WaitsAtBulkPriorityAndReportsUntilWhen(bool isDryRun)
    {
        var clock = new TestClock();
        using var inbox = HourlyClient(clock);
        var reports = new Reports();
        var started = clock.GetUtcNow();

        var options = new AutoTagOptions { Tag = "Hot Lead", IsDryRun = isDryRun, Threshold = 1_000, Bulk = new() { TimeProvider = clock } };
        var run = new AutoTagger(inbox, options).TagAsync(progress: reports).CollectAsync();
        await reports.WaitBegan;
        await clock.PassWaitsAsync(run);

        (await run).Should().BeEmpty();
        reports[^1].ScannedCount.Should().Be(250);
        reports.Should().Contain(report => report.WaitingUntil > started.AddMinutes(59) && report.WaitingUntil < started.AddMinutes(61));
        RateLimitScope.Current.Should().Be(RateLimitPriority.Interactive);
    }

    [Fact]
    public async Task GetPipelineAsync_LongWindowIsUsedUp_WaitsAtBulkPriority()
    {
        var clock = new TestClock();
        using var inbox = HourlyClient(clock);

        var call = inbox.GetPipelineAsync();
        await clock.PassWaitsAsync(call);

        (await call).Count.Should().Be(250);
    }

    /// <summary>Creates a client with a rate limit of two requests an hour and a deadline of two minutes.</summary>
    private InboxClient HourlyClient(TestClock clock) => Sandbox.CreateClient(options =>
    {
        (options.ApiVersion, options.TimeProvider) = (Version, clock);
        RateLimitWindow[] windows = [new() { Limit = 2, Length = TimeSpan.FromHours(1) }];
        if (Version == InboxApiVersion.V2)
            options.RateLimit.Requests = windows;
        else
            options.RateLimit.Reads = windows;
    });

    private sealed class Reports : List<AutoTagProgress>, IProgress<AutoTagProgress>
    {
        private readonly TaskCompletionSource _waitBegan = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes with the first report of a wait for the rate limiter.</summary>
        public Task WaitBegan => _waitBegan.Task.WaitAsync(TestTimeout.Token());

        public void Report(AutoTagProgress value)
        {
            Add(value);
            if (value.WaitingUntil is not null)
                _waitBegan.TrySetResult();
        }
    }

    private sealed class Failing : IProgress<AutoTagProgress>
    {
        public void Report(AutoTagProgress value) => throw new InvalidOperationException("The application's own.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TagAsync_TaggedBelowTheThreshold_LosesTheTagOnlyWhenAsked(bool removeBelow)
    {
        var tag = await HotLeadAsync();
        var poor = Sandbox.State.FindProspect("prospect_abc123")!;
        var others = poor.TagIds.Where(id => id != InState(tag.Id)).ToList();
        Sandbox.State.Update(poor with { FollowerCount = 3, IsVerified = false, Bio = null, WebsiteUrl = null, TagIds = [tag.Id, .. others] });

        await new AutoTagger(Inbox, new() { Tag = tag.Id, RemoveBelowThreshold = removeBelow }).TagAsync().CollectAsync();

        Sandbox.State.FindProspect(poor.Id)!.TagIds.Should().BeEquivalentTo(removeBelow ? others : [InState(tag.Id), .. others]);
    }

    [Fact]
    public async Task TagAsync_AnotherWriterTagsBetweenTheListingAndTheChange_BothTagsStay()
    {
        var other = (await Inbox.Tags.FindByNameAsync("Enterprise"))!;
        var tag = await HotLeadAsync();
        // The scorer runs after the prospect is listed and before its change is sent.
        var scorer = new LeadScorer([LeadRule.When("listed", 70, prospect =>
        {
            var now = Sandbox.State.FindProspect(prospect.Id)!;
            Sandbox.State.Update(now with { TagIds = [other.Id] });
            return true;
        })]);

        await new AutoTagger(Inbox, new() { Tag = "Hot Lead", Scorer = scorer }).TagAsync(new() { IsUntagged = true }).CollectAsync();

        var listed = Sandbox.State.Prospects.Where(prospect => prospect.TagIds.ToHashSet().IsSupersetOf([InState(tag.Id), InState(other.Id)])).ToList();
        listed.Should().NotBeEmpty();
    }

    [Fact]
    public async Task TagAsync_SomeFail_ReportsEachAndContinues()
    {
        Sandbox.Faults.HitNext(SandboxFault.Status(500), count: 2, request => request.Method != "GET");

        var results = await new AutoTagger(Inbox, new() { Tag = "Hot Lead", Threshold = Threshold }).TagAsync().CollectAsync();

        results.Where(result => !result.IsSuccess).Should().HaveCount(2).And.OnlyContain(result => result.Error != null && result.Exception is InboxServerException);
        results.Count.Should().BeGreaterThan(2);
    }

    [Fact]
    public async Task TagAsync_UnknownTag_NamesTheNearOnesBeforeAnyListing()
    {
        var tagger = new AutoTagger(Inbox, new() { Tag = "Hot Leed" });

        var exception = await Record.ExceptionAsync(() => tagger.TagAsync().CollectAsync());

        exception.Should().BeOfType<TagNotFoundException>().Which.Suggestions.Should().Equal("Hot Lead");
        exception!.Message.Should().Contain("'Hot Lead'");
        Sandbox.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task TagAsync_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        var run = new AutoTagger(Inbox, new() { Tag = "Hot Lead", Threshold = 0, Bulk = new() { MaxConcurrency = 1 } }).TagAsync(cancellationToken: stop.Token);

        var act = async () =>
        {
            await foreach (var result in run)
            {
                if (result.IsSuccess)
                    await stop.CancelAsync();
            }
        };

        await act.Should().ThrowAsync<OperationCanceledException>();
        Writes.Count().Should().BeLessThan(30);
    }

    [Fact]
    public async Task TagAsync_LeftEarly_StopsTheEnumeration()
    {
        var list = new StalledList(new() { Id = "tag_1", Name = "Hot Lead" });

        await foreach (var result in new AutoTagger(list, new() { Tag = "Hot Lead", Threshold = 0 }).TagAsync())
        {
            result.IsSuccess.Should().BeTrue();
            break;
        }

        await list.Stopped.WaitAsync(TestTimeout.Token());
    }

    [Fact]
    public void Create_WrongOptions_SaysWhatToDo()
    {
        AutoTagOptions[] wrong = [new() { Tag = " " }, new() { Tag = "x", Scorer = null! }, new() { Tag = "x", Bulk = null! }, new() { Tag = "x", Bulk = new() { Checkpoint = new FileBulkCheckpoint("c") } }];

        foreach (var options in wrong)
            FluentActions.Invoking(() => new AutoTagger(Inbox, options)).Should().Throw<ArgumentException>().WithMessage("AutoTagOptions.*");
    }

    private async Task<Tag> HotLeadAsync() => (await Inbox.Tags.FindByNameAsync("Hot Lead"))!;
}

public sealed class V1AutoTaggerTests() : AutoTaggerTests(InboxApiVersion.V1);

public sealed class V2AutoTaggerTests() : AutoTaggerTests(InboxApiVersion.V2);
