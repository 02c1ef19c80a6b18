namespace InboxSdk.V2;

/// <summary>Represents the status of an <see cref="InboxEventProcessor"/>.</summary>
public sealed record EventProcessorStatus
{
    /// <summary>Gets whether the processor runs: it was started, and neither stopped nor failed.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Gets whether the processor waits for its checkpoint: another process has it, or if <see cref="BehindSince"/> is not <see langword="null"/>, it cannot be opened.</summary>
    public bool IsStandby { get; init; }

    /// <summary>Gets the sequence number up to which all events are processed, or <see langword="null"/> before the checkpoint is read.</summary>
    public long? Seq { get; init; }

    /// <summary>Gets the highest sequence number that is known from responses and webhooks, or <see langword="null"/> if none is.</summary>
    public long? LatestSeq { get; init; }

    /// <summary>Gets the number of sequence numbers that are known and not processed yet.</summary>
    public long PendingCount => Math.Max(0, (LatestSeq ?? 0) - (Seq ?? 0));

    /// <summary>Gets when the last processed event occurred, or <see langword="null"/> if unknown.</summary>
    public DateTimeOffset? EventCreatedAt { get; init; }

    /// <summary>Gets when events were last read and processed, or <see langword="null"/> if they were not yet. It remains the same while requests fail.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Gets when <see cref="InboxEventProcessor.Wake"/> was last called, or <see langword="null"/> if it was not yet. Without webhooks it remains null.</summary>
    public DateTimeOffset? WokenAt { get; init; }

    /// <summary>Gets since when events wait or cannot be read, or the checkpoint cannot be opened. It is <see langword="null"/> if the processor has caught up, or another process has the
    /// checkpoint.</summary>
    public DateTimeOffset? BehindSince { get; init; }

    /// <summary>Gets whether the processor has processed the latest event.</summary>
    public bool IsCaughtUp => ReadAt is not null && BehindSince is null;
}
