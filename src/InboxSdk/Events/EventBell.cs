using System.Threading.Channels;

namespace InboxSdk.Events;

/// <summary>Ends a polling delay early. Several rings end one delay.</summary>
internal sealed class EventBell(TimeProvider timeProvider)
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private long? _wokenAt;

    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Begins a request: rings before it need no further one.</summary>
    public void Begin() => _rings.Reader.TryRead(out _);

    /// <summary>Waits for a ring or the delay. Waits end by rings at least <paramref name="interval"/> apart, so that many webhooks do not exhaust the rate limit.</summary>
    /// <returns>Whether the bell rang.</returns>
    public async Task<bool> WaitAsync(TimeSpan delay, TimeSpan interval, CancellationToken cancellationToken)
    {
        if (!_rings.Reader.TryPeek(out _) && !await RingsWithinAsync(delay, cancellationToken).ConfigureAwait(false))
            return false;
        if (_wokenAt is { } last && interval - timeProvider.GetElapsedTime(last) is var remaining && remaining > TimeSpan.Zero)
            await Task.Delay(remaining, timeProvider, cancellationToken).ConfigureAwait(false);
        _wokenAt = timeProvider.GetTimestamp();
        return true;
    }

    private async Task<bool> RingsWithinAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ring = _rings.Reader.WaitToReadAsync(end.Token).AsTask();
        var timer = Task.Delay(delay, timeProvider, end.Token);
        var first = await Task.WhenAny(ring, timer).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return first == ring;
    }
}
