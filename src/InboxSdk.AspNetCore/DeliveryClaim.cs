using InboxSdk.V2;

namespace InboxSdk.Webhooks;

/// <summary>The claim of a delivery in the store of processed events, if there is one and the delivery has an id.</summary>
internal sealed class DeliveryClaim(InboxWebhookOptions options, WebhookDelivery delivery)
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    private readonly IProcessedEventStore? _store = delivery.Id is null ? null : options.ProcessedEvents;
    private bool _isHeld;

    /// <summary>Claims the event, and waits while another handler has it.</summary>
    /// <returns>False if it is processed.</returns>
    public async ValueTask<bool> AcquireAsync(CancellationToken cancellationToken)
    {
        if (_store is null || _isHeld)
            return true;
        EventClaim claim;
        while ((claim = await _store.ClaimAsync(delivery.Id!, cancellationToken).ConfigureAwait(false)) == EventClaim.InProgress)
            await Task.Delay(Delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        return _isHeld = claim == EventClaim.Claimed;
    }

    /// <summary>Stores that the event is processed. It is, so the end of the host does not cancel this; the host does not wait for it either.</summary>
    public async ValueTask CompleteAsync()
    {
        if (_store is not null)
            await _store.CompleteAsync(delivery.Id!, CancellationToken.None).ConfigureAwait(false);
        _isHeld = false;
    }

    /// <summary>Ends the claim, unless it is complete.</summary>
    public async ValueTask ReleaseAsync()
    {
        if (_isHeld)
            await _store!.ReleaseAsync(delivery.Id!, CancellationToken.None).ConfigureAwait(false);
    }
}
