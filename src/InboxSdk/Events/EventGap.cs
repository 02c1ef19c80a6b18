namespace InboxSdk.V2;

/// <summary>Represents events that Inbox no longer retains: the processor did not read them within 7 days, or more than 25,000 followed. Read the current state of threads and contacts
/// instead.</summary>
public sealed record EventGap
{
    /// <summary>Gets the sequence number of the last event before the gap.</summary>
    public long AfterSeq { get; init; }

    /// <summary>Gets the sequence number of the first event after the gap.</summary>
    public long BeforeSeq { get; init; }

    /// <summary>Gets the number of missing sequence numbers.</summary>
    public long MissingCount => Math.Max(0, BeforeSeq - AfterSeq - 1);
}
