using InboxSdk.V2;

namespace InboxSdk.Events;

/// <summary>Keeps the status of a processor. Thread-safe: webhooks wake it at any time.</summary>
internal sealed class EventStatus(TimeProvider timeProvider)
{
    private readonly object _lock = new();
    private EventProcessorStatus _value = new();
    private DateTimeOffset _requestedAt;
    // Of the webhooks since the request began: 0 for none, and the maximum for an unknown number.
    private long _wokenSeq;

    public EventProcessorStatus Value => Volatile.Read(ref _value);

    /// <summary>The processor waits for its checkpoint, which another process has. What it knew of the events is no longer current.</summary>
    public void StandBy() => Change(_ => _value with { IsRunning = true, IsStandby = true, Seq = null, LatestSeq = null, ReadAt = null, BehindSince = null });

    public void Start(long seq) => Change(now => _value with { IsRunning = true, IsStandby = false, Seq = seq, LatestSeq = Math.Max(seq, _value.LatestSeq ?? 0), BehindSince = _value.BehindSince ?? now });

    public void End() => Change(_ => _value with { IsRunning = false, IsStandby = false });

    /// <returns>Whether events may wait: false if the one with this number is processed.</returns>
    public bool Wake(long? seq)
    {
        var isNews = false;
        Change(now =>
        {
            // Another process has the events.
            if (_value.IsStandby)
                return _value with { WokenAt = now };
            isNews = seq is null || _value.Seq is null || seq > _value.Seq;
            if (isNews)
                _wokenSeq = Math.Max(_wokenSeq, seq ?? long.MaxValue);
            return isNews
                ? _value with { WokenAt = now, LatestSeq = Math.Max(seq ?? 0, _value.LatestSeq ?? 0), BehindSince = _value.BehindSince ?? now }
                : _value with { WokenAt = now };
        });
        return isNews;
    }

    public void BeginRead() => Change(now =>
    {
        (_requestedAt, _wokenSeq) = (now, 0);
        return _value;
    });

    /// <summary>Events cannot be read, or the checkpoint cannot be opened.</summary>
    public void Fail() => Change(now => _value with { BehindSince = _value.BehindSince ?? now });

    public void EndRead(EventBatch batch) => Change(_ => _value with
    {
        LatestSeq = Math.Max(batch.LastSeq, _value.LatestSeq ?? 0),
        BehindSince = batch.Events.Count > 0 ? _value.BehindSince ?? _requestedAt : _value.BehindSince,
    });

    public void Move(long seq, DateTimeOffset? createdAt) => Change(_ => _value with { Seq = seq, EventCreatedAt = createdAt ?? _value.EventCreatedAt });

    /// <summary>All events of a page are processed. If there are no more, the log decides what the latest event is, unless a webhook reported a later one after the request.</summary>
    public void Complete(EventBatch batch) => Change(now => batch.HasMore || _wokenSeq > _value.Seq
        ? _value with { ReadAt = now }
        : _value with { ReadAt = now, LatestSeq = _value.Seq, BehindSince = null });

    private void Change(Func<DateTimeOffset, EventProcessorStatus> change)
    {
        lock (_lock)
            Volatile.Write(ref _value, change(timeProvider.GetUtcNow()));
    }
}
