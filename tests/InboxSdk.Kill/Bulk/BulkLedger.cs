using System.Globalization;
using System.Text.Json;
using InboxSdk.Sandbox;

namespace InboxSdk.Kill.Bulk;

/// <summary>Compares what the processes of a run report with what the server received, over any number of runs.</summary>
internal sealed class BulkLedger(InboxSandbox sandbox, InboxApiVersion version)
{
    private readonly HashSet<int> _reported = [];
    private readonly HashSet<int> _marked = [];
    private readonly List<string> _faults = [];
    private HashSet<int> _reportedBefore = [];
    private int _sentBefore;

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Gets the number of changes in flight at a kill that a later process reported as such.</summary>
    public int MarkedCount { get; private set; }

    /// <summary>Gets the number of requests that repeat another one.</summary>
    public int ResentCount { get; private set; }

    public void BeginRun()
    {
        _reported.Clear();
        _marked.Clear();
        sandbox.Requests.Clear();
        (_reportedBefore, _sentBefore) = ([], 0);
    }

    /// <summary>Begins with a process that resumes the run, after all lines of the one before it.</summary>
    public void BeginProcess()
    {
        EndProcess();
        (_reportedBefore, _sentBefore) = ([.. _reported], Sent().Count);
    }

    /// <summary>Takes a line of a process.</summary>
    /// <returns>Whether it is a result of this process, rather than one of an earlier process, which is returned at once.</returns>
    public bool Take(string line)
    {
        // The last line of a killed process can be truncated; then it was not reported.
        if (line.Split(' ') is not [var outcome, var number, ("before" or "now") and var sent, ("again" or "once") and var doubt])
            return false;
        var index = int.Parse(number, CultureInfo.InvariantCulture);
        var isNew = sent == "now";
        if (outcome != nameof(BulkUpdateOutcome.Succeeded))
            _faults.Add($"Change {index} ended as {outcome}.");
        if (!_reported.Add(index) && isNew)
            _faults.Add($"Change {index} was reported twice.");
        if (doubt == "again")
            _marked.Add(index);
        return isNew;
    }

    /// <summary>Compares a run that is complete with its input.</summary>
    public void EndRun()
    {
        EndProcess();
        MarkedCount += _marked.Count;
        foreach (var index in Enumerable.Range(0, BulkInput.Changes).Where(index => !_reported.Contains(index)))
            _faults.Add($"Change {index} was never reported.");

        var sent = Sent();
        foreach (var index in Enumerable.Range(0, BulkInput.Changes).Except(sent))
            _faults.Add($"Change {index} was never sent.");
        ResentCount += sent.Count - sent.Distinct().Count();
        foreach (var index in sent.GroupBy(index => index).Where(group => group.Count() > 1 && !_marked.Contains(group.Key)).Select(group => group.Key))
            _faults.Add($"Change {index} was sent twice, and not marked as in flight.");
        foreach (var group in sent.GroupBy(BulkInput.ProspectOf))
        {
            if (!group.SequenceEqual(group.Order()))
                _faults.Add($"The changes of {group.Key} were sent in the order {string.Join(", ", group)}.");
        }

        foreach (var group in BulkInput.All().GroupBy(change => change.ProspectId))
        {
            var (wanted, found) = (group.Last().Update, sandbox.State.FindProspect(group.Key)!);
            if (found.Notes != wanted.Notes.Value || found.Valuation != wanted.Valuation.Value || IsDone(found) != wanted.IsDone.Value)
                _faults.Add($"{group.Key} has the notes '{found.Notes}' in place of '{wanted.Notes}'.");
        }
    }

    // v2 stores this per thread, and every prospect here has one.
    private bool IsDone(SandboxProspect prospect) =>
        version == InboxApiVersion.V2 ? sandbox.State.FindThread(prospect.Id.Replace("bulk", "thread", StringComparison.Ordinal))!.IsDone : prospect.IsDone;

    // The indexes of the changes as the server received them, oldest first: by the request that contains the number, which on v2 is the first of several. A request whose
    // sender was killed has no body and no effect, like one that exceeds the limit.
    private List<int> Sent() =>
    [
        .. from request in sandbox.Requests
           where request.StatusCode != 429 && request.Body.Contains("valuation", StringComparison.Ordinal)
           select JsonDocument.Parse(request.Body).RootElement.GetProperty("valuation").GetInt32(),
    ];

    private void EndProcess()
    {
        foreach (var index in Sent().Skip(_sentBefore).Where(_reportedBefore.Contains))
            _faults.Add($"Change {index} was reported as succeeded, and resent.");
    }
}
