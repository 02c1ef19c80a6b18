namespace InboxSdk.Bulk;

/// <summary>A change in a run.</summary>
internal sealed class BulkItem(long index, ProspectContextChange change)
{
    public long Index { get; } = index;

    public ProspectContextChange Change { get; } = change;

    public bool IsDuplicate { get; init; }

    /// <summary>The prospect before the change; null if its state is not known.</summary>
    public Prospect? Known { get; init; }

    public EarlierState Earlier { get; init; }

    /// <summary>Whether an earlier run applied a later change of the same prospect, but not this one: applying it now would reverse their order.</summary>
    public bool IsOvertaken { get; init; }

    /// <summary>The next change of the same prospect, which waits for this one.</summary>
    public BulkItem? Next { get; set; }

    /// <summary>Returns the result of a change that needs no request.</summary>
    /// <returns>The result; null if the change must be sent.</returns>
    public BulkUpdateResult? SettledResult()
    {
        if (Earlier.HasFlag(EarlierState.Succeeded))
            return ToResult(BulkUpdateOutcome.Succeeded);
        if (IsOvertaken)
        {
            return ToFailure(Earlier.HasFlag(EarlierState.InFlight) ? BulkUpdateOutcome.Indeterminate : BulkUpdateOutcome.Failed, new InboxException(
                "An earlier run did not apply this change, but applied a later one of the same prospect. Applying it now would reverse their order. "
                + "If it still applies, make it in a separate run."), attempts: 0);
        }

        try
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(Change.ProspectId);
            ArgumentNullException.ThrowIfNull(Change.Update);
            Change.Update.Validate();
            if (Change.Prospect is { } prospect && prospect.Id != Change.ProspectId)
                throw new ArgumentException("The change has the prospect of another id. Set both, or create a change from the prospect.");
            return null;
        }
        catch (ArgumentException exception)
        {
            return ToFailure(BulkUpdateOutcome.Failed, exception, attempts: 0);
        }
    }

    /// <summary>Returns what must be sent; null if the prospect already has all of it.</summary>
    public ProspectUpdate? OutstandingUpdate()
    {
        if (Known is null)
            return Change.Update;
        var update = Change.Update.Without(Known);
        return update.IsEmpty ? null : update;
    }

    public BulkUpdateResult ToResult(BulkUpdateOutcome outcome, string? error = null) => new()
    {
        Index = Index,
        Change = Change,
        Outcome = outcome,
        Error = error,
        IsDuplicate = IsDuplicate,
        WasPreviouslyCompleted = Earlier.HasFlag(EarlierState.Succeeded),
        WasInFlight = (Earlier & (EarlierState.InFlight | EarlierState.Retried)) != 0,
    };

    public BulkUpdateResult ToFailure(BulkUpdateOutcome outcome, Exception exception, int attempts) =>
        ToResult(outcome, exception.Message) with { Exception = exception, AttemptCount = attempts };
}
