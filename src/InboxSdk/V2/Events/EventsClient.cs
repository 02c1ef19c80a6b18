using System.Globalization;
using System.Runtime.CompilerServices;
using InboxSdk.Paging;
using InboxSdk.Pipeline;

namespace InboxSdk.V2;

internal sealed class EventsClient(IV2EventsApi api, TimeProvider timeProvider, InboxRequestOptions? requestOptions) : IEventsClient
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public InboxPageable<InboxEvent> ListAsync(long afterSeq = 0, EventQuery? query = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterSeq);
        query ??= new EventQuery();
        var filters = query.Filters();
        var fingerprint = filters.Copy().Add("", IV2EventsApi.List.Name).Fingerprint;
        return new CursorPageable<InboxEvent>(
            async (continuationToken, pageSize, token) =>
            {
                var after = continuationToken is null ? afterSeq : Unpack(continuationToken, fingerprint);
                var batch = await FetchAsync(filters, after, pageSize ?? query.PageSize, token).ConfigureAwait(false);
                return new InboxPage<InboxEvent>(batch.Events, batch.HasMore ? V2Pages.Token.Pack(fingerprint, Text(batch.LastSeq)) : null)
                {
                    // A checkpoint never goes back, whatever the server says of an empty page.
                    LastSeq = Math.Max(after, batch.LastSeq),
                };
            },
            continuationToken => Unpack(continuationToken, fingerprint),
            cancellationToken,
            PageSize.MaximumOfEvents);
    }

    public IAsyncEnumerable<InboxEvent> FollowAsync(long afterSeq = 0, EventFollowOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterSeq);
        options ??= new EventFollowOptions();
        options.Validate();
        return EnumerateAsync(afterSeq, options, options.Query.Filters(), cancellationToken);
    }

    private async IAsyncEnumerable<InboxEvent> EnumerateAsync(
        long after, EventFollowOptions options, QueryParameters filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var delay = options.MinDelay;
        while (true)
        {
            Batch batch;
            try
            {
                batch = await FetchAsync(filters, after, options.Query.PageSize, cancellationToken).ConfigureAwait(false);
            }
            catch (InboxRateLimitException exception)
            {
                var wait = exception.RetryAfter ?? TimeSpan.Zero;
                // The next event may wait for the rate limit, be that an hour; the rate limiter decides when a request finds out whether it still holds.
                await Task.Delay(wait < options.MinDelay ? options.MinDelay : wait < LongestWait ? wait : LongestWait, timeProvider, cancellationToken).ConfigureAwait(false);
                continue;
            }

            foreach (var item in batch.Events)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }

            if (batch.Events.Count > 0)
                delay = options.MinDelay;
            var hasMoved = batch.LastSeq > after;
            after = Math.Max(after, batch.LastSeq);
            // If there is more but no progress, the next request would get the same response; so wait then too.
            if (batch.HasMore && hasMoved)
                continue;
            await Task.Delay(delay, timeProvider, cancellationToken).ConfigureAwait(false);
            delay = delay * 2 < options.MaxDelay ? delay * 2 : options.MaxDelay;
        }
    }

    private async Task<Batch> FetchAsync(QueryParameters filters, long after, int limit, CancellationToken cancellationToken)
    {
        var query = new QueryParameters().Add("afterSeq", after == 0 ? null : Text(after)).AddEach("type", filters.Items.Select(item => item.Value))
            .Add("limit", Text(limit));
        var response = await api.ListAsync(query, IV2EventsApi.List.Call(requestOptions, cancellationToken)).ConfigureAwait(false);
        var events = response.Data!;
        // Without the number of the last event read, that of the last one that was given: else they would be given again and again.
        var last = response.LastSeq ?? events.Select(item => item.Seq).Append(after).Max();
        return new(events, last, response.HasMore);
    }

    private static long Unpack(string continuationToken, string fingerprint) =>
        long.TryParse(V2Pages.Token.Unpack(continuationToken, fingerprint)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? seq
            : throw ContinuationToken.Invalid();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Batch(IReadOnlyList<InboxEvent> Events, long LastSeq, bool HasMore);
}
