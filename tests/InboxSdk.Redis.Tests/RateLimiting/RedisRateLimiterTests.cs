using InboxSdk.Redis.Tests.Support;

namespace InboxSdk.Redis.Tests.RateLimiting;

public sealed class RedisRateLimiterTests
{
    private static readonly InboxPermitResult Accepted = new() { Outcome = InboxPermitOutcome.Accepted };
    private static readonly InboxPermitRequest Patient = new() { MaxWait = TimeSpan.MaxValue };

    [Theory]
    [OnEachServer]
    public async Task Acquire_UpToTheLimit_IsPermittedAndThenRejectedWithTheWait(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(3));
        var limiter = test.Process();

        for (var i = 0; i < 3; i++)
            await (await limiter.AcquireAsync(new())).CompleteAsync(Accepted);
        var rejected = async () => await limiter.AcquireAsync(new());

        (await rejected.Should().ThrowAsync<InboxRateLimitException>()).Which.RetryAfter.Should().BeCloseTo(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));
        var window = (await limiter.GetSnapshotAsync()).Windows.Should().ContainSingle().Which;
        window.Should().BeEquivalentTo(new { Kind = RateLimitKind.All, Limit = 3, Used = 3, Length = TimeSpan.FromMinutes(1), WaitingCount = 0 });
        window.NextPermit.Should().BeCloseTo(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_AfterAnotherProcessUsedTheLimit_IsRejected(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(5));
        var (first, second) = (test.Process(), test.Process());
        await UseAsync(first, 5);
        await first.DisposeAsync();

        var rejected = async () => await second.AcquireAsync(new());

        (await rejected.Should().ThrowAsync<InboxRateLimitException>()).Which.RetryAfter.Should().BeGreaterThan(TimeSpan.FromSeconds(50));
        (await second.GetSnapshotAsync()).Windows[0].Used.Should().Be(5);
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_WhileAnotherProcessHasAPermitInFlight_CountsIt(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(10));
        var (first, second) = (test.Process(), test.Process());
        await UseAsync(first, 8);
        var held = await first.AcquireAsync(Patient);
        await UseAsync(second, 1);

        await FluentActions.Awaiting(() => second.AcquireAsync(new()).AsTask()).Should().ThrowAsync<InboxRateLimitException>();

        await held.CompleteAsync(new() { Outcome = InboxPermitOutcome.NotSent });
        await first.DisposeAsync();
        await (await test.Process().AcquireAsync(new())).CompleteAsync(Accepted);
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_AfterARejectionOfAnotherProcess_WaitsForItsRetryAfterAndStartsSlowly(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(1000));
        var (first, second) = (test.Process(), test.Process());
        await UseAsync(first, 1);
        await UseAsync(second, 1);

        await (await first.AcquireAsync(Patient)).CompleteAsync(new() { Outcome = InboxPermitOutcome.Rejected, RetryAfter = TimeSpan.FromSeconds(20) });
        await first.DisposeAsync();
        var rejected = async () => await second.AcquireAsync(new() { MaxWait = TimeSpan.FromSeconds(10) });

        (await rejected.Should().ThrowAsync<InboxRateLimitException>()).Which.RetryAfter.Should().BeGreaterThan(TimeSpan.FromSeconds(15));
        (await second.GetSnapshotAsync()).Windows[0].PausedFor.Should().BeGreaterThan(TimeSpan.FromSeconds(15));
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_AfterHeadersThatReportTheUsageOfOthers_CountsThem(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(300));
        var (first, second) = (test.Process(), test.Process());
        await (await first.AcquireAsync(Patient)).CompleteAsync(Accepted with { Limit = 300, Remaining = 100 });
        await first.DisposeAsync();

        await UseAsync(second, 1);

        (await second.GetSnapshotAsync()).Windows[0].Used.Should().Be(201);
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_WhenOnlyTheReserveIsLeft_PermitsInteractiveRequestsAndRejectsBulk(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(10));
        var limiter = test.Process();
        await UseAsync(limiter, 9);

        await FluentActions.Awaiting(() => limiter.AcquireAsync(new() { Priority = RateLimitPriority.Bulk }).AsTask()).Should().ThrowAsync<InboxRateLimitException>();
        await (await limiter.AcquireAsync(new())).CompleteAsync(Accepted);
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_WithManyWaiting_ServesInteractiveRequestsFirstAndInOrder(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, new RateLimitWindow { Limit = 1, Length = TimeSpan.FromSeconds(1) });
        var limiter = test.Process();
        await UseAsync(limiter, 1);

        var served = new List<string>();
        var waits = new[] { ("bulk", RateLimitPriority.Bulk), ("first", RateLimitPriority.Interactive), ("second", RateLimitPriority.Interactive) }
            .Select(async request =>
            {
                var permit = await limiter.AcquireAsync(Patient with { Priority = request.Item2 });
                lock (served)
                    served.Add(request.Item1);
                await permit.CompleteAsync(Accepted);
            }).ToList();
        await Task.WhenAll(waits);

        served.Should().Equal("first", "second", "bulk");
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_Cancelled_TakesNoPermit(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(1));
        var limiter = test.Process();
        var held = await limiter.AcquireAsync(Patient);
        using var cancellation = new CancellationTokenSource();
        var wait = limiter.AcquireAsync(Patient, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => wait).Should().ThrowAsync<OperationCanceledException>();
        await held.CompleteAsync(new() { Outcome = InboxPermitOutcome.NotSent });
        await (await limiter.AcquireAsync(Patient)).CompleteAsync(Accepted);
        (await limiter.GetSnapshotAsync()).Windows[0].Used.Should().Be(1);
    }

    [Theory]
    [OnEachServer]
    public async Task Acquire_OnV1_LimitsReadsAndWritesSeparately(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind);
        await using var limiter = RedisRateLimiter.Create(test.Connection, new() { Name = "team" }, apiVersion: InboxApiVersion.V1);

        await (await limiter.AcquireAsync(Patient)).CompleteAsync(Accepted);
        await (await limiter.AcquireAsync(Patient with { Kind = RateLimitKind.Write })).CompleteAsync(Accepted);

        (await limiter.GetSnapshotAsync()).Windows.Select(window => (window.Kind, window.Limit, window.Used)).Should().Equal((RateLimitKind.Read, 100, 1), (RateLimitKind.Write, 30, 1));
    }

    [Theory]
    [OnEachServer]
    public async Task Dispose_WithWaitingRequests_FailsThem(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind, Minute(1));
        var limiter = test.Process();
        await UseAsync(limiter, 1);
        var wait = limiter.AcquireAsync(Patient).AsTask();

        await limiter.DisposeAsync();

        await FluentActions.Awaiting(() => wait).Should().ThrowAsync<ObjectDisposedException>();
        await FluentActions.Awaiting(() => limiter.AcquireAsync(Patient).AsTask()).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Theory]
    [OnEachServer]
    public async Task Keys_OfAQuota_AreInOneSlotAndBeginWithThePrefix(TestServerKind kind)
    {
        await using var test = await Team.StartAsync(kind);
        await using var limiter = RedisRateLimiter.Create(test.Connection, new() { Name = "team", KeyPrefix = "crm:" });
        await UseAsync(limiter, 1);
        // The lock exists only during a call.
        await limiter.DisposeAsync();

        var keys = ((string[])(await test.Connection.GetDatabase().ExecuteAsync("KEYS", "*"))!).ToList();

        keys.Should().ContainSingle().Which.Should().Be("crm:{team}:all:300/60000+10000/3600000+100000/86400000");
        test.Connection.HashSlot($"{keys[0]}:lock").Should().Be(test.Connection.HashSlot(keys[0]));
        (await test.Connection.GetDatabase().KeyTimeToLiveAsync(keys[0])).Should().BeCloseTo(TimeSpan.FromDays(1), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void Create_WithInvalidOptions_ThrowsWithTheCure()
    {
        using var connection = ConnectionMultiplexer.Connect("127.0.0.1:1,abortConnect=false,connectTimeout=1");
        var create = () => RedisRateLimiter.Create(connection, new() { Name = "a{b}", KeyPrefix = " ", Lease = TimeSpan.Zero, OnOutage = (RedisOutagePolicy)5, ExpectedProcessCount = 0 });

        create.Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().Which.Failures.Should().HaveCount(5);
        FluentActions.Invoking(() => RedisRateLimiter.Create(connection, new())).Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*Name is required*");
    }

    private static RateLimitWindow Minute(int limit) => new() { Limit = limit, Length = TimeSpan.FromMinutes(1) };

    private static async Task UseAsync(RedisRateLimiter limiter, int count)
    {
        for (var i = 0; i < count; i++)
            await (await limiter.AcquireAsync(Patient)).CompleteAsync(Accepted);
    }
}
