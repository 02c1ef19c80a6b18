namespace InboxSdk.Bulk;

/// <summary>Calls the client for a change, and determines the outcome of the change.</summary>
internal sealed class ContextCaller(IProspectsClient prospects)
{
    public async Task<BulkUpdateResult> CallAsync(BulkItem item, ProspectUpdate update, CancellationToken cancellationToken)
    {
        try
        {
            // Also cancelled here: a client that ignores its token must not delay the end of the run.
            await CallAsync(item.Change.ProspectId, update, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            return item.ToResult(BulkUpdateOutcome.Succeeded) with { AttemptCount = 1 };
        }
        catch (InboxTransportException exception) when (exception is { Reason: InboxTransportReason.ClientDisposed, MayHaveTakenEffect: false })
        {
            return item.ToFailure(BulkUpdateOutcome.NotAttempted, exception, attempts: 0);
        }
        catch (InboxException exception)
        {
            return item.ToFailure(exception.MayHaveTakenEffect ? BulkUpdateOutcome.Indeterminate : BulkUpdateOutcome.Failed, exception, exception.AttemptCount);
        }
        catch (ArgumentException exception)
        {
            return item.ToFailure(BulkUpdateOutcome.Failed, exception, attempts: 0);
        }
        catch (Exception exception)
        {
            // Cancelled in flight, or an exception of another type: the outcome of the request is unknown.
            var failure = item.ToFailure(BulkUpdateOutcome.Indeterminate, exception, attempts: 1);
            return exception is OperationCanceledException
                ? failure with { Error = "The run stopped while this change was in flight; whether it was applied is unknown." }
                : failure;
        }
    }

    // The updated prospect is not used, and reading it would take a request on v2.
    private Task CallAsync(string prospectId, ProspectUpdate update, CancellationToken cancellationToken) => prospects is IContextWriter writer
        ? writer.WriteContextAsync(prospectId, update, cancellationToken)
        : prospects.UpdateAsync(prospectId, update, cancellationToken);
}
