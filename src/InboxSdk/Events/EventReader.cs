using InboxSdk.Diagnostics;
using InboxSdk.V2;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Events;

/// <summary>Reads pages of events, and retries until it succeeds, because the API may be down for an hour, or the client is disposed.</summary>
internal sealed class EventReader(IEventsClient events, EventProcessorOptions options, EventStatus status, ILogger logger)
{
    // Of the events up to the newest one, if a page of the usual size was too large.
    private int? _pageSize;

    public async Task<EventBatch> ReadAsync(long after, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var delay = RetryDelay.After(attempt);
            try
            {
                await foreach (var page in events.ListAsync(after, options.Query, cancellationToken).AsPages(pageSize: _pageSize).WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    if (!page.HasMore)
                        _pageSize = null;
                    return Batch(page, after);
                }

                return new([], after, HasMore: false);
            }
            catch (InboxSerializationException exception) when (exception.IsTooLarge && _pageSize == 1)
            {
                throw new EventProcessingException(
                    "An event is larger than InboxClientOptions.MaxResponseBytes. Set a higher value and start again: the processor begins with this event.", exception);
            }
            // A client that is disposed never succeeds again.
            catch (InboxException exception) when (exception is not InboxTransportException { Reason: InboxTransportReason.ClientDisposed })
            {
                status.Fail();
                // Once per outage.
                if (attempt == 1)
                    logger.EventsUnavailable(exception);
                if (exception is InboxRateLimitException { RetryAfter: { } wait } && wait > delay)
                    delay = wait < RetryDelay.Max ? wait : RetryDelay.Max;
                // The data of events has no maximum size.
                if (exception is InboxSerializationException { IsTooLarge: true })
                    _pageSize = Math.Max(1, (_pageSize ?? options.Query.PageSize) / 2);
            }

            await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static EventBatch Batch(InboxPage<InboxEvent> page, long after)
    {
        // Events up to the checkpoint are processed, whatever the server returns. One without a number cannot be compared.
        var items = page.Items.Where(item => item.Seq > after || item.Seq == 0).OrderBy(item => item.Seq).ToList();
        var last = Math.Max(after, page.LastSeq ?? items.Select(item => item.Seq).Append(after).Max());
        return new(items, last, page.HasMore);
    }
}
