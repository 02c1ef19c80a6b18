using System.Runtime.CompilerServices;
using InboxSdk.Tests.Bulk;
using InboxSdk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static InboxSdk.Tests.Support.ScriptedServer;

namespace InboxSdk.Tests.Pipeline;

/// <summary>A call of a disposed client throws an exception that differs from a cancellation by the caller.</summary>
public class DisposalTests
{
    [Theory]
    [InlineData("tags.create", true)]
    [InlineData("prospects.get", false)]
    public async Task Call_DisposedInFlight_SaysSo(string operation, bool mayHave)
    {
        await using var server = new ScriptedServer(StubResponse.Stall());
        var inbox = server.CreateClient();
        var call = operation == "tags.create" ? (Task)inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" }) : inbox.Prospects.GetAsync("p");
        await server.NextRequestAsync();

        inbox.Dispose();

        var exception = (await Record.ExceptionAsync(() => call.WaitAsync(TestTimeout.Token()))).Should().BeOfType<InboxTransportException>().Which;
        exception.Should().BeEquivalentTo(new { Reason = InboxTransportReason.ClientDisposed, AttemptCount = 1, MayHaveTakenEffect = mayHave });
        exception.Message.Should().Be($"{operation}: the client was disposed while the call was in flight.");
    }

    [Fact]
    public async Task Call_DisposedBefore_SaysSoAndSentNothing()
    {
        await using var server = new ScriptedServer();
        var inbox = server.CreateClient();
        inbox.Dispose();

        var exception = (await Record.ExceptionAsync(() => inbox.Tags.CreateAsync(new() { Name = "VIP", Color = "#EF4444" }))).Should().BeOfType<InboxTransportException>().Which;

        exception.Should().BeEquivalentTo(new { Reason = InboxTransportReason.ClientDisposed, AttemptCount = 0, MayHaveTakenEffect = false });
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Call_CancelledAndThenDisposed_StaysTheCallersCancellation()
    {
        await using var server = new ScriptedServer(StubResponse.Stall());
        var inbox = server.CreateClient();
        using var stop = new CancellationTokenSource();
        var call = inbox.Prospects.GetAsync("p", cancellationToken: stop.Token);
        await server.NextRequestAsync();

        await stop.CancelAsync();
        inbox.Dispose();

        (await Record.ExceptionAsync(() => call.WaitAsync(TestTimeout.Token()))).Should().BeAssignableTo<OperationCanceledException>();
    }

    [Fact]
    public async Task Call_ContainerDisposedInFlight_SaysSo()
    {
        await using var server = new ScriptedServer(StubResponse.Stall());
        var provider = new ServiceCollection().Also(services => services.AddInboxClient(options => (options.Token, options.BaseAddress) = ("t", server.BaseAddress))).BuildServiceProvider();
        var call = provider.GetRequiredService<IInboxClient>().Prospects.GetAsync("p");
        await server.NextRequestAsync();

        await provider.DisposeAsync();

        (await Record.ExceptionAsync(() => call.WaitAsync(TestTimeout.Token()))).Should().BeOfType<InboxTransportException>().Which.Reason.Should().Be(InboxTransportReason.ClientDisposed);
    }

    [Fact]
    public async Task Bulk_ClientDisposedBefore_StopsAndNothingWasAttempted()
    {
        await using var server = new ScriptedServer();
        var inbox = server.CreateClient();
        inbox.Dispose();
        var taken = new StrongBox<int>();

        var summary = await new BulkContextUpdater(inbox, new() { MaxConcurrency = 2 }).UpdateAllAsync(Changes().Counted(taken)).WaitAsync(TestTimeout.Token());

        summary.StoppedBy.Should().Be(BulkStopReason.ClientDisposed);
        summary.Should().BeEquivalentTo(new { SucceededCount = 0L, FailedCount = 0L, IndeterminateCount = 0L, NotAttemptedCount = (long)taken.Value, ResumeFrom = 0L });
        taken.Value.Should().BeLessThan(20, "the input has no end");
    }

    [Fact]
    public async Task Bulk_ClientDisposedInFlight_StopsAndTheRestWasNotAttempted()
    {
        await using var server = new ScriptedServer(StubResponse.Stall());
        var inbox = server.CreateClient();
        var results = new List<BulkUpdateResult>();
        var run = new BulkContextUpdater(inbox, new() { MaxConcurrency = 1 }).UpdateAsync(Changes()).IntoAsync(results);
        await server.NextRequestAsync();

        inbox.Dispose();

        (await run.WaitAsync(TestTimeout.Token())).Should().BeOfType<InboxTransportException>().Which.Reason.Should().Be(InboxTransportReason.ClientDisposed);
        results[0].Outcome.Should().Be(BulkUpdateOutcome.Indeterminate);
        results.Skip(1).Should().NotContain(result => result.Outcome != BulkUpdateOutcome.NotAttempted || result.AttemptCount > 0);
    }

    [Fact]
    public async Task Bulk_ClientDisposed_ResumesWhereItStopped()
    {
        await using var server = new ScriptedServer(Enumerable.Repeat(StubResponse.Json(200, """{"prospect":{"id":"p0"}}"""), 1));
        var checkpoint = new MemoryCheckpoint();
        var change = new ProspectContextChange("p0", new() { Notes = "x" });
        var disposed = server.CreateClient();
        disposed.Dispose();
        await new BulkContextUpdater(disposed, new() { Checkpoint = checkpoint }).UpdateAllAsync([change]);
        using var inbox = server.CreateClient();

        var summary = await new BulkContextUpdater(inbox, new() { Checkpoint = checkpoint }).UpdateAllAsync([change]);

        summary.Should().BeEquivalentTo(new { SucceededCount = 1L, PreviouslyInFlightCount = 0L });
    }

    private static IEnumerable<ProspectContextChange> Changes()
    {
        for (var i = 0; ; i++)
            yield return new($"p{i}", new() { Notes = "x" });
    }
}
