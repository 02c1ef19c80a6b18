using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Judging;
using InboxSdk.FaultMatrix.Operations;
using InboxSdk.FaultMatrix.Server;
using InboxSdk.Pipeline;

namespace InboxSdk.FaultMatrix.Subjects;

/// <summary>Represents the SDK, created by <see cref="InboxClient.Create"/>, on a separate clock.</summary>
internal sealed class SdkSubject : ISubject
{
    // The maximum duration of a call on a slow machine; no call waits for time to pass.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Name => "InboxSdk";

    public bool Has(Cell cell) => true;

    public async Task<Verdict> RunAsync(Cell cell)
    {
        var clock = new MatrixClock();
        await using var world = await World.StartAsync(cell.Operation.Version, clock);
        if (cell.Operation.ArrangeAsync is { } arrange)
        {
            using var arranger = world.CreateClient();
            await arrange(world, arranger);
        }

        await using var server = new FaultServer(world, cell.Operation, clock.TimeOutAttempts);
        clock.OnDelay = server.ClientAttemptFailed;
        var counter = new AttemptCounter(server, InboxTransport.Create());
        using var inbox = CreateClient(world, server.BaseAddress, clock, counter);
        if (cell.Fault.OnKeptConnection)
        {
            server.Play(null);
            await CheckAsync(inbox);
        }

        var seen = await ObserveAsync(cell, world, server, clock, counter, inbox);
        return new(cell, [.. StrictJudge.Judge(cell, seen)], seen);
    }

    public static InboxClient CreateClient(World world, Uri baseAddress, MatrixClock clock, AttemptCounter counter) => InboxClient.Create(
        new()
        {
            ApiVersion = world.Version,
            BaseAddress = baseAddress,
            Token = world.Token,
            TimeProvider = clock,
            AttemptTimeout = MatrixClock.AttemptTimeout,
            Deadline = TimeSpan.FromMinutes(10),
            MaxResponseBytes = 256 * 1024,
        },
        counter);

    private static async Task<Observation> ObserveAsync(Cell cell, World world, FaultServer server, MatrixClock clock, AttemptCounter counter, InboxClient inbox)
    {
        var (sentBefore, started) = (counter.Count, clock.GetTimestamp());
        server.Play(new FaultPlan(cell.Fault, cell.IsAlways, cell.Operation.Target));
        Exception? exception = null;
        var isResultRight = false;
        try
        {
            isResultRight = await cell.Operation.CallAsync(world, inbox).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return new() { IsHang = true };
        }
        catch (Exception caught)
        {
            exception = caught;
        }

        var elapsed = clock.GetElapsedTime(started);
        var seen = new Observation
        {
            Exception = exception,
            IsResultRight = isResultRight,
            Sent = counter.Count - sentBefore,
            Arrivals = [.. server.Arrivals],
            Effects = cell.Operation.Effects?.Invoke(world),
            Elapsed = elapsed,
        };
        server.Play(null);
        return seen with { Afterwards = await AfterwardsAsync(inbox, clock) };
    }

    private static async Task<string?> AfterwardsAsync(InboxClient inbox, MatrixClock clock)
    {
        var started = clock.GetTimestamp();
        try
        {
            var isRight = await CheckAsync(inbox).WaitAsync(Patience);
            var elapsed = clock.GetElapsedTime(started);
            return !isRight ? "The next call got another resource." : elapsed > TimeSpan.FromSeconds(61) ? $"The next call waited {elapsed}." : null;
        }
        catch (Exception exception)
        {
            return $"The next call failed: {OutcomeJudge.Describe(exception)}";
        }
    }

    // On both API versions, a call about a prospect that is not part of the cell.
    private static async Task<bool> CheckAsync(InboxClient inbox) =>
        (await inbox.Tags.ListAsync().ToListAsync()).Any(tag => tag.Id == World.Hot) && (await inbox.Prospects.GetAsync(World.Grace)).Id == World.Grace;
}
