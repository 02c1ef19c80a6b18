using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Operations;

namespace InboxSdk.FaultMatrix.Judging;

/// <summary>Judges the outcome for an application with any client: the right result with its effect applied once, or an exception if there is no result.</summary>
internal static class OutcomeJudge
{
    public static IEnumerable<Finding> Judge(Cell cell, Observation seen)
    {
        if (seen.IsHang)
        {
            yield return new(Flaw.Hang, "The call does not end.");
            yield break;
        }

        var applied = seen.Arrivals.Count(arrival => arrival.IsApplied && arrival.IsTarget);
        if (seen.Effects > 1 || (cell.Operation.Repeating == Repeating.Harms && applied > 1))
            yield return new(Flaw.Doubled, $"Applied {applied} times.");

        if (seen.Exception is not null)
        {
            if (MustSucceed(cell) && !IsRefusedRepeat(cell, seen))
                yield return new(Flaw.GaveUp, $"No result: {Describe(seen.Exception)}");
            yield break;
        }

        if (!seen.IsResultRight && !IsRefusedRepeat(cell, seen) && !IsNone(cell))
            yield return new(Flaw.WrongResult, "The result is not the right one.");
        if (seen.Effects == 0)
            yield return new(Flaw.Lost, "Reported as done, without effect.");
        if (cell.Signal is Signal.Foreign && seen.Targets.LastOrDefault()?.IsHit == true && seen.IsResultRight && seen.Effects is null or > 0)
            yield return new(Flaw.ForeignTaken, "A response that is not the API's counts as success.");
    }

    public static string Describe(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";

    /// <summary>Returns whether the API refused a retry because the first attempt had succeeded, such as a deletion, so that the result of the call is
    /// lost.</summary>
    public static bool IsRefusedRepeat(Cell cell, Observation seen) =>
        seen.Targets.LastOrDefault() is { IsRefused: true } && seen.IsApplied && cell.Operation.Documented == Documented.Object;

    // The API returns "not found", which is the result of the call.
    private static bool IsNone(Cell cell) => cell.Operation.NotFoundIsAResult && cell.Signal is Signal.Error { Status: 404, IsPage: false };

    private static bool MustSucceed(Cell cell) => cell.Signal is Signal.Whole || (!cell.IsAlways && cell.Retries == Retrying.Must);
}
