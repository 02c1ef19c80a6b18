using InboxSdk.FaultMatrix.Faults;
using InboxSdk.FaultMatrix.Operations;

namespace InboxSdk.FaultMatrix.Judging;

/// <summary>Judges the promises of the SDK beyond the outcome: the type of the exception, accurate <c>Attempts</c> and <c>MayHaveTakenEffect</c>, an arrival for each attempt, the
/// delays, and that the client works afterwards.</summary>
internal static class StrictJudge
{
    // A used window is available again after a minute, and no retry has a longer delay.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(61);

    public static IEnumerable<Finding> Judge(Cell cell, Observation seen)
    {
        foreach (var finding in OutcomeJudge.Judge(cell, seen))
            yield return finding;
        if (seen.IsHang)
            yield break;

        if (!cell.Fault.RefusesConnections && (cell.Fault.MayLoseTheNextRequest ? seen.Arrivals.Count > seen.Sent : seen.Arrivals.Count != seen.Sent))
            yield return new(Flaw.HiddenAttempts, $"{seen.Sent} sent, {seen.Arrivals.Count} arrived.");
        if (seen.Exception is InboxException exception)
        {
            foreach (var finding in Judge(cell, seen, exception))
                yield return finding;
        }
        else if (seen.Exception is not null)
        {
            yield return new(Flaw.Undocumented, OutcomeJudge.Describe(seen.Exception));
        }
        else if (cell.Operation.Repeating == Repeating.Harms && cell.Retries == Retrying.Never && seen.Targets.Count() > 1)
        {
            yield return new(Flaw.Doubled, "Retried although that may harm.");
        }

        foreach (var finding in Waiting(cell, seen))
            yield return finding;
        if (seen.Afterwards is not null)
            yield return new(Flaw.Afterwards, seen.Afterwards);
    }

    private static IEnumerable<Finding> Judge(Cell cell, Observation seen, InboxException exception)
    {
        var isRefusedRepeat = OutcomeJudge.IsRefusedRepeat(cell, seen);
        if (!isRefusedRepeat && !Contract.Documents(exception, cell.Signal))
            yield return new(Flaw.WrongType, $"{OutcomeJudge.Describe(exception)} for {cell.Signal}");

        if (!cell.Fault.RefusesConnections && exception.AttemptCount != seen.Targets.Count())
            yield return new(Flaw.WrongAttempts, $"Attempts {exception.AttemptCount}, {seen.Targets.Count()} arrived.");
        if (!isRefusedRepeat && Attempts(cell) is { } attempts && exception.AttemptCount != attempts)
            yield return new(Flaw.WrongAttempts, $"Attempts {exception.AttemptCount}, {attempts} expected.");

        bool? mayHaveTakenEffect = seen.IsApplied || isRefusedRepeat ? true : cell.Operation.IsRead ? false : Contract.MayHaveTakenEffect(cell.Signal);
        if (mayHaveTakenEffect is { } expected && exception.MayHaveTakenEffect != expected)
            yield return new(Flaw.WrongEffect, $"MayHaveTakenEffect {exception.MayHaveTakenEffect}.");

        if (cell.Signal is Signal.Error { RetryAfter: { } wait, IsPage: false } && Hint(exception) is var hint && !IsNear(hint, wait))
            yield return new(Flaw.Waiting, $"RetryAfter {hint}, {wait} expected.");
    }

    private static int? Attempts(Cell cell) => cell.Retries switch
    {
        Retrying.Must => Contract.Attempts,
        Retrying.Never => 1,
        _ => null,
    };

    private static IEnumerable<Finding> Waiting(Cell cell, Observation seen)
    {
        var hint = cell.Signal is Signal.Error { RetryAfter: { } wait } && wait <= Contract.LongestHint ? wait : TimeSpan.Zero;
        var waits = Math.Max(seen.Targets.Count(arrival => arrival.IsHit) - (seen.Exception is null ? 0 : 1), 0);
        // Dates have a resolution of one second.
        if (seen.Elapsed < waits * (hint - TimeSpan.FromSeconds(1)))
            yield return new(Flaw.Waiting, $"Waited {seen.Elapsed}, {waits} times {hint} expected.");
        if (seen.Elapsed > (waits * LongestWait) + (seen.Arrivals.Count * Server.MatrixClock.AttemptTimeout) + LongestWait)
            yield return new(Flaw.Waiting, $"Waited {seen.Elapsed}.");
    }

    private static TimeSpan? Hint(InboxException exception) => exception switch
    {
        InboxRateLimitException limited => limited.RetryAfter,
        InboxPlatformException platform => platform.RetryAfter,
        _ => null,
    };

    // The SDK reports at most a year.
    private static bool IsNear(TimeSpan? actual, TimeSpan expected) =>
        actual is { } time && (time - (expected < TimeSpan.FromDays(365) ? expected : TimeSpan.FromDays(365))).Duration() <= TimeSpan.FromSeconds(1);
}
