using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Operations;
using InboxSdk.FaultMatrix.Server;
using InboxSdk.FaultMatrix.Subjects;
using InboxSdk.Pipeline;

namespace InboxSdk.FaultMatrix.Judging;

/// <summary>Represents a run of 20 changes under a fault, then resumed on a healthy server: no change may be lost or reported as done twice.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Version">The version of the API.</param>
/// <param name="IsAlways">Whether the fault applies to every change, or only to the sixth.</param>
/// <param name="ChangesTags">Whether the changes set tags; otherwise they set notes.</param>
internal sealed record BulkCell(Fault Fault, InboxApiVersion Version, bool IsAlways, bool ChangesTags)
{
    private const int Changes = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Gets all cells.</summary>
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

    // The operation of one change of the run, for the faults that depend on it.
    private Operation Operation => new(Version, ChangesTags ? "bulk: tags" : "bulk: notes", Repeating.IsHarmless, (_, _) => Task.FromResult(true))
    {
        Target = request => request.Method is "PATCH" or "PUT",
        Documented = ChangesTags && Version == InboxApiVersion.V2 ? Documented.NoContent : Documented.Object,
    };

    public override string ToString() => $"{(Version == InboxApiVersion.V1 ? "v1" : "v2")} {Operation.Name} | {Fault} | {(IsAlways ? "always" : "once")}";

    /// <summary>Runs the cell.</summary>
    /// <returns>The flaws; empty for a correct cell.</returns>
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
            var lied = first.Where(result => result.IsSuccess && !IsApplied(world, result.Index)).Select(result => result.Index).ToList();
            if (lied.Count > 0)
                findings.Add(new(Flaw.Lost, $"{lied.Count} of {Changes} reported as done without effect."));
            var denied = first.Count(result => result.Outcome is BulkUpdateOutcome.Failed or BulkUpdateOutcome.NotAttempted && IsApplied(world, result.Index));
            if (denied > 0)
                findings.Add(new(Flaw.WrongEffect, $"{denied} of {Changes} reported as not made, though they were."));

            // A new client resumes a run that stopped, as after a restart.
            server.Play(null);
            using var second = SdkSubject.CreateClient(world, server.BaseAddress, clock, new AttemptCounter(server, InboxTransport.Create()));
            var resumed = await RunAsync(second, clock, file);
            var unfinished = Enumerable.Range(0, Changes).Count(index => !IsApplied(world, index));
            if (unfinished > 0)
                findings.Add(new(Flaw.Lost, $"{unfinished} of {Changes} are not made after the run was resumed."));
            var done = first.Concat(resumed).Where(result => result is { IsSuccess: true, WasPreviouslyCompleted: false }).GroupBy(result => result.Index).ToList();
            if (done.Any(results => results.Count() > 1))
                findings.Add(new(Flaw.Doubled, "A change is reported as done twice."));
            if (unfinished == 0 && resumed.Any(result => result.Outcome is BulkUpdateOutcome.Failed or BulkUpdateOutcome.Indeterminate && !result.WasPreviouslyCompleted))
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
        var updater = new BulkContextUpdater(inbox, new() { Checkpoint = new FileBulkCheckpoint(file), TimeProvider = clock, MaxConcurrency = 4 });
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
            // The API refuses the token or the team: the run stops and reports it.
        }

        return results;
    }

    private bool IsApplied(World world, long index) => world.State.FindProspect(Contact(index))! is var contact
        && (ChangesTags ? contact.TagIds.Contains(World.Vip) : contact.Notes == World.After);
}
