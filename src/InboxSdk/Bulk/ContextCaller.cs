namespace InboxSdk.Bulk;

/// <summary>Makes the call of a change, and says from its end what became of the change.</summary>
internal sealed class ContextCaller(IProspectsClient prospects)
{
    public async Task<BulkUpdateResult> CallAsync(BulkItem item, CancellationToken giveUp)
    {
        try
        {
            // Waited for on our own terms too: a client that does not heed its token must not hold up the end of the run.
            await CallAsync(item.Change, giveUp).WaitAsync(giveUp).ConfigureAwait(false);
            return item.ToResult(BulkUpdateOutcome.Succeeded) with { Attempts = 1 };
        }
        catch (InboxTransportException exception) when (exception is { Reason: InboxTransportReason.ClientDisposed, MayHaveTakenEffect: false })
        {
            return item.ToFailure(BulkUpdateOutcome.NotAttempted, exception, attempts: 0);
        }
        catch (InboxException exception)
        {
            return item.ToFailure(exception.MayHaveTakenEffect ? BulkUpdateOutcome.Indeterminate : BulkUpdateOutcome.Failed, exception, exception.Attempts);
        }
        catch (ArgumentException exception)
        {
            return item.ToFailure(BulkUpdateOutcome.Failed, exception, attempts: 0);
        }
        catch (Exception exception)
        {
            // Cancelled in flight, or a fault that is not Inbox' own: nobody knows what became of the request.
            var failure = item.ToFailure(BulkUpdateOutcome.Indeterminate, exception, attempts: 1);
            return exception is OperationCanceledException
                ? failure with { Error = "The run stopped while this change was in flight; whether it was made is not known." }
                : failure;
        }
    }

    // Nobody looks at the prospect after the change, and reading it would cost v2 a request.
    private Task CallAsync(ProspectContextChange change, CancellationToken giveUp) => prospects is ProspectsClient own
        ? own.WriteContextAsync(change.ProspectId, change.Update, giveUp)
        : prospects.UpdateContextAsync(change.ProspectId, change.Update, giveUp);
}
