using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Operations;
using InboxSdk.FaultMatrix.Server;
using InboxSdk.FaultMatrix.Subjects;
using InboxSdk.Http;

namespace InboxSdk.FaultMatrix.Judging;

/// <summary>A run of 20 changes while a fault is there, then resumed on a healthy server: nothing may be lost, and nothing reported as done twice.</summary>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Version">The version of the API.</param>
/// <param name="IsAlways">Whether it meets every change, or the sixth alone.</param>
/// <param name="ChangesTags">Whether the changes are of tags, else of notes.</param>
internal sealed record BulkCell(Fault Fault, InboxApiVersion Version, bool IsAlways, bool ChangesTags)
{
    private const int Changes = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Gets every cell there is.</summary>
    public static IReadOnlyList<BulkCell> All { get; } =
    [
        .. from fault in AllFaults.List
           from version in new[] { InboxApiVersion.V1, InboxApiVersion.V2 }
           from isAlways in new[] { false, true }
           from changesTags in new[] { false, true }
           let cell = new BulkCell(fault, version, isAlways, changesTags)
           where fault.Meets(cell.Operation)
           select cell,
    ];

    // What one change of the run is, for the faults that ask.
    private Operation Operation => new(Version, ChangesTags ? "bulk: tags" : "bulk: notes", Repeating.IsHarmless, (_, _) => Task.FromResult(true))
    {
        Target = request => request.Method is "PATCH" or "PUT",
        Documented = ChangesTags && Version == InboxApiVersion.V2 ? Documented.NoContent : Documented.Object,
    };

    public override string ToString() => $"{(Version == InboxApiVersion.V1 ? "v1" : "v2")} {Operation.Name} | {Fault} | {(IsAlways ? "always" : "once")}";

    /// <summary>Runs the cell.</summary>
    /// <returns>What is wrong; empty for a cell that is right.</returns>
    public async Task<IReadOnlyList<Finding>> RunAsync()
    {
        var findings = new List<Finding>();
        var clock = new MatrixClock();
        await using var world = await World.StartAsync(Version, clock);
        foreach (var index in Enumerable.Range(0, Changes))
            world.AddContact(Contact(index), $"20{index:D2}");
        await using var server = new FaultServer(world, Operation, clock.TimeOutAttempts);
        clock.OnDelay = server.ClientAttemptFailed;
        using var inbox = SdkSubject.CreateClient(world, server.BaseAddress, clock, new AttemptCounter(server, InboxTransport.Create()));
        var file = Path.Combine(Path.GetTempPath(), $"matrix-{Guid.NewGuid():N}.checkpoint");
        try
        {
            server.Play(new FaultPlan(Fault, IsAlways, Operation.Target) { Skipped = IsAlways ? 0 : 5 });
            var first = await RunAsync(inbox, clock, file);
            var lied = first.Where(result => result.Success && !IsApplied(world, result.Index)).Select(result => result.Index).ToList();
            if (lied.Count > 0)
                findings.Add(new(Flaw.Lost, $"{lied.Count} of {Changes} reported as done without effect."));
            var denied = first.Count(result => result.Outcome is BulkUpdateOutcome.Failed or BulkUpdateOutcome.NotAttempted && IsApplied(world, result.Index));
            if (denied > 0)
                findings.Add(new(Flaw.WrongEffect, $"{denied} of {Changes} reported as not made, though they were."));

            // A run that stopped is begun anew by a client of its own, as after a restart.
            server.Play(null);
            using var second = SdkSubject.CreateClient(world, server.BaseAddress, clock, new AttemptCounter(server, InboxTransport.Create()));
            var resumed = await RunAsync(second, clock, file);
            var unfinished = Enumerable.Range(0, Changes).Count(index => !IsApplied(world, index));
            if (unfinished > 0)
                findings.Add(new(Flaw.Lost, $"{unfinished} of {Changes} are not made after the run was resumed."));
            var done = first.Concat(resumed).Where(result => result is { Success: true, WasDoneBefore: false }).GroupBy(result => result.Index).ToList();
            if (done.Any(results => results.Count() > 1))
                findings.Add(new(Flaw.Doubled, "A change is reported as done twice."));
            if (unfinished == 0 && resumed.Any(result => result.Outcome is BulkUpdateOutcome.Failed or BulkUpdateOutcome.Indeterminate && !result.WasDoneBefore))
                findings.Add(new(Flaw.GaveUp, "A change fails on a healthy server."));
        }
        catch (TimeoutException)
        {
            findings.Add(new(Flaw.Hang, "The run does not end."));
        }
        catch (InboxException exception)
        {
            findings.Add(new(Flaw.GaveUp, OutcomeJudge.Describe(exception)));
        }
        finally
        {
            File.Delete(file);
        }

        return findings;
    }

    private static string Contact(long index) => $"contactbulk{index}";

    private async Task<IReadOnlyList<BulkUpdateResult>> RunAsync(InboxClient inbox, MatrixClock clock, string file)
    {
        var changes = Enumerable.Range(0, Changes).Select(index => new ProspectContextChange(
            Contact(index), ChangesTags ? new() { AddTagIds = [World.Vip] } : new() { Notes = World.After }));
        var updater = new BulkContextUpdater(inbox.Prospects, new() { Checkpoint = new FileBulkCheckpoint(file), TimeProvider = clock, MaxConcurrency = 4 });
        var results = new List<BulkUpdateResult>();
        try
        {
            await Task.Run(async () =>
            {
                await foreach (var result in updater.UpdateAsync(changes))
                    results.Add(result);
            }).WaitAsync(Patience);
        }
        catch (InboxApiException exception) when (exception is InboxAuthenticationException or InboxPlanException)
        {
            // The API refuses the token or the team: the run stops, and says so.
        }

        return results;
    }

    private bool IsApplied(World world, long index) => world.State.FindProspect(Contact(index))! is var contact
        && (ChangesTags ? contact.TagIds.Contains(World.Vip) : contact.Notes == World.After);
}
