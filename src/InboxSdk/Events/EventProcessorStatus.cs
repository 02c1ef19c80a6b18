namespace InboxSdk.V2;

/// <summary>Represents the status of an <see cref="InboxEventProcessor"/>.</summary>
public sealed record EventProcessorStatus
{
    /// <summary>Gets the sequence number up to which all events are processed, or <see langword="null"/> if none was processed since the start.</summary>
    public long? Seq { get; init; }

    /// <summary>Gets when the last processed event occurred, or <see langword="null"/> if unknown.</summary>
    public DateTimeOffset? EventCreatedAt { get; init; }

    /// <summary>Gets when events were last read and processed, or <see langword="null"/> if they were not yet. It remains the same while requests fail.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Gets whether the last response contained the latest event.</summary>
    public bool IsCaughtUp { get; init; }
}
