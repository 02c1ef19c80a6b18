using InboxSdk.Sandbox;
using InboxSdk.Tests.Support;

namespace InboxSdk.Tests.Names;

/// <summary>Searches by name reuse a list, over a real socket and on a virtual clock.</summary>
public sealed class NameCacheTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private InboxSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await InboxSandbox.StartAsync(new() { ProspectCount = 3 });

    public Task DisposeAsync() => _sandbox.DisposeAsync().AsTask();

    [Theory]
    [InlineData(InboxApiVersion.V1)]
    [InlineData(InboxApiVersion.V2)]
    public async Task FindByName_AThousandTimes_SixteenAtOnce_SendsOneRequest(InboxApiVersion version)
    {
        using var inbox = Create(TimeSpan.FromSeconds(10), version);

        var found = new System.Collections.Concurrent.ConcurrentBag<string?>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, token) =>
            found.Add((await inbox.Tags.FindByNameAsync("hot lead", token))?.Name));

        found.Should().HaveCount(1000).And.OnlyContain(name => name == "Hot Lead");
        _sandbox.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Find_StatusesAndMembers_ReuseTheirLists()
    {
        using var inbox = Create(TimeSpan.FromSeconds(10));

        for (var i = 0; i < 3; i++)
        {
            (await inbox.Statuses.FindByNameAsync("qualified"))!.Name.Should().Be("Qualified");
            (await inbox.Members.FindByEmailAsync("adam@example.com"))!.Name.Should().Be("Adam Novak");
        }

        _sandbox.Requests.Select(request => request.Operation).Should().BeEquivalentTo("statuses.list", "team.listMembers");
    }

    [Fact]
    public async Task FindByName_DurationIsZero_ReadsTheListEachTime()
    {
        using var inbox = Create(TimeSpan.Zero);

        await inbox.Tags.FindByNameAsync("Hot Lead");
        await inbox.Tags.FindByNameAsync("Hot Lead");

        _sandbox.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task FindByName_AfterTheDuration_ReadsTheListAgain()
    {
        using var inbox = Create(TimeSpan.FromSeconds(10));
        var before = await inbox.Tags.FindByNameAsync("Hot Lead");
        _sandbox.State.RemoveTag("tag_hot_lead");

        _clock.Advance(TimeSpan.FromSeconds(9.9));
        var within = await inbox.Tags.FindByNameAsync("Hot Lead");
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        var after = await inbox.Tags.FindByNameAsync("Hot Lead");

        within.Should().Be(before);
        after.Should().BeNull();
        _sandbox.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task FindByName_NotInTheList_IsSearchedWithARequest()
    {
        using var inbox = Create(TimeSpan.FromSeconds(10));
        await inbox.Tags.FindByNameAsync("Hot Lead");
        _sandbox.State.AddTag(new() { Id = "tag_new", Name = "New", Color = "#000000" });

        (await inbox.Tags.FindByNameAsync("new"))!.Name.Should().Be("New");

        _sandbox.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(InboxApiVersion.V1)]
    [InlineData(InboxApiVersion.V2)]
    public async Task FindByName_AfterAChangeWithThisClient_ReadsTheListAgain_InAllItsViews(InboxApiVersion version)
    {
        using var inbox = Create(TimeSpan.FromSeconds(10), version);
        var view = inbox.WithOptions(options => options with { Deadline = TimeSpan.FromSeconds(20) });
        var tag = await inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" });

        (await view.Tags.FindByNameAsync("VIP")).Should().Be(tag);
        var renamed = await inbox.Tags.UpdateAsync(tag.Id, new() { Name = "Key account" });
        (await view.Tags.FindByNameAsync("VIP")).Should().BeNull();
        (await view.Tags.FindByNameAsync("Key account")).Should().Be(renamed);
        await view.Tags.DeleteAsync(tag.Id);
        (await inbox.Tags.FindByNameAsync("Key account")).Should().BeNull();
    }

    [Theory]
    [InlineData(InboxApiVersion.V1)]
    [InlineData(InboxApiVersion.V2)]
    public async Task FindByName_DeletedElsewhereAndCreatedAgain_FindsTheNewOne(InboxApiVersion version)
    {
        using var inbox = Create(TimeSpan.FromSeconds(10), version);
        await inbox.Tags.FindByNameAsync("Hot Lead");
        _sandbox.State.RemoveTag("tag_hot_lead");

        var created = await inbox.Tags.CreateAsync(new() { Name = "Hot Lead", Color = "#EF4444" });

        (await inbox.Tags.FindByNameAsync("Hot Lead")).Should().Be(created);
    }

    [Fact]
    public async Task FindByName_OneOfTwoCallersCancels_TheOtherGetsTheTag()
    {
        await using var slow = await InboxSandbox.StartAsync(new() { ProspectCount = 3, Latency = new(TimeSpan.FromSeconds(1)), TimeProvider = _clock });
        using var inbox = slow.CreateClient(options => options.NameCacheDuration = TimeSpan.FromSeconds(10));
        using var cancellation = new CancellationTokenSource();
        var first = inbox.Tags.FindByNameAsync("Hot Lead", cancellation.Token);
        var second = inbox.Tags.FindByNameAsync("Hot Lead");
        await _clock.NextWaitAsync();

        await cancellation.CancelAsync();
        await first.Awaiting(call => call).Should().ThrowAsync<OperationCanceledException>();
        _clock.Advance(TimeSpan.FromMilliseconds(500));
        await _clock.PassWaitsAsync(second);

        (await second)!.Name.Should().Be("Hot Lead");
        slow.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(InboxApiVersion.V1)]
    [InlineData(InboxApiVersion.V2)]
    public async Task FindByName_WhileABulkCallWaitsForTheRateLimit_DoesNotWaitForIt(InboxApiVersion version)
    {
        using var inbox = _sandbox.CreateClient(options =>
        {
            (options.ApiVersion, options.TimeProvider) = (version, _clock);
            options.RateLimit.Requests = [new() { Limit = 2, Length = TimeSpan.FromHours(1) }];
            options.RateLimit.BulkReserve = 0.5;
        });
        await inbox.Statuses.ListAsync().ToListAsync();
        Task<Tag?> bulk;
        using (RateLimitScope.Begin(RateLimitPriority.Bulk))
            bulk = inbox.Tags.FindByNameAsync("Hot Lead");
        await _clock.NextWaitAsync();

        (await inbox.Tags.FindByNameAsync("Hot Lead"))!.Name.Should().Be("Hot Lead");

        bulk.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task FindByName_CallWithOtherOptionsFails_DoesNotFailTheOther()
    {
        await using var slow = await InboxSandbox.StartAsync(new() { ProspectCount = 3, Latency = new(TimeSpan.FromSeconds(1)), TimeProvider = _clock });
        using var inbox = slow.CreateClient(options => (options.NameCacheDuration, options.TimeProvider, options.RateLimit.IsEnabled) = (TimeSpan.FromSeconds(10), _clock, false));
        var hurried = inbox.WithOptions(options => options with { Deadline = TimeSpan.FromMilliseconds(300) }).Tags.FindByNameAsync("Hot Lead");
        var patient = inbox.Tags.FindByNameAsync("Hot Lead");

        var failing = Record.ExceptionAsync(() => hurried);
        // Either of them may begin later than the other ends.
        await _clock.PassWaitsAsync(Task.WhenAll(patient, failing));

        (await patient)!.Name.Should().Be("Hot Lead");
        (await failing).Should().BeOfType<InboxTimeoutException>();
    }

    [Fact]
    public async Task FindByName_RequestFails_IsNotRemembered()
    {
        using var inbox = Create(TimeSpan.FromSeconds(10));
        _sandbox.Faults.HitNext(SandboxFault.Error("invalidRequest"));

        await inbox.Tags.Awaiting(tags => tags.FindByNameAsync("Hot Lead")).Should().ThrowAsync<InboxException>();

        (await inbox.Tags.FindByNameAsync("Hot Lead")).Should().NotBeNull();
    }

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(10, 9.9, 1)]
    [InlineData(10, 10, 2)]
    public async Task Update_ReusesTheNamesOfEarlierResponses_ForTheDuration(int duration, double later, int requests)
    {
        using var inbox = Create(TimeSpan.FromSeconds(duration));
        var prospect = (await inbox.Prospects.FindByPlatformIdAsync("1234567890"))!;
        var tag = (await inbox.Tags.FindByNameAsync("Hot Lead"))!;
        await inbox.Prospects.AddTagsAsync(prospect.Id, [tag.Id]);
        _sandbox.Requests.Clear();

        _clock.Advance(TimeSpan.FromSeconds(later));
        var updated = await inbox.Prospects.UpdateAsync(prospect.Id, new() { Notes = "Called" });

        updated.Tags.Should().Equal(tag);
        _sandbox.Requests.Should().HaveCount(requests);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3601)]
    public void Duration_OutOfRange_IsRefused(int seconds) =>
        FluentActions.Invoking(() => Create(TimeSpan.FromSeconds(seconds))).Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*NameCacheDuration*1 hour*");

    private InboxClient Create(TimeSpan duration, InboxApiVersion version = InboxApiVersion.V2) => _sandbox.CreateClient(options =>
    {
        options.ApiVersion = version;
        options.NameCacheDuration = duration;
        options.RateLimit.IsEnabled = false;
        options.TimeProvider = _clock;
    });
}
