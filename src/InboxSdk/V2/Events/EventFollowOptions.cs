namespace InboxSdk.V2;

/// <summary>Says how often <see cref="IEventsClient.FollowAsync"/> asks for new events.</summary>
public sealed record EventFollowOptions
{
    /// <summary>Gets which events to read; by default all of them.</summary>
    public EventQuery Query { get; init; } = new();

    /// <summary>Gets the wait after an answer that had events. 1 second by default; 100 ms to 1 day.</summary>
    public TimeSpan MinDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets the longest wait: each answer without an event doubles the wait, up to this. 30 seconds by default; at least
    /// <see cref="MinDelay"/>, at most 1 day.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    internal void Validate()
    {
        if (Query is null)
            throw new ArgumentException("EventFollowOptions.Query is null. Leave it as it is for all events.", "options");
        if (MinDelay < TimeSpan.FromMilliseconds(100) || MaxDelay > TimeSpan.FromDays(1) || MaxDelay < MinDelay)
            throw new ArgumentException("EventFollowOptions.MinDelay must be at least 100 ms, and MaxDelay between it and 1 day.", "options");
    }
}
