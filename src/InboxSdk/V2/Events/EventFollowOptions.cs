namespace InboxSdk.V2;

/// <summary>Provides options for <see cref="IEventsClient.FollowAsync"/>.</summary>
public sealed record EventFollowOptions
{
    /// <summary>Gets the events to read. The default is all events.</summary>
    public EventQuery Query { get; init; } = new();

    /// <summary>Gets the delay after a response with events, 100 ms to 1 day. The default is 1 second.</summary>
    public TimeSpan MinDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets the maximum delay, <see cref="MinDelay"/> to 1 day. Each response without events doubles the delay, up to this value. The default is
    /// 30 seconds.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    internal void Validate()
    {
        if (Query is null)
            throw new ArgumentException("EventFollowOptions.Query must not be null. The default includes all events.", "options");
        if (MinDelay < TimeSpan.FromMilliseconds(100) || MaxDelay > TimeSpan.FromDays(1) || MaxDelay < MinDelay)
            throw new ArgumentException("EventFollowOptions.MinDelay must be at least 100 ms, and MaxDelay from MinDelay to 1 day.", "options");
    }
}
