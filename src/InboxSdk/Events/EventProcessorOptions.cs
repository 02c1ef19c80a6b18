using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InboxSdk.V2;

/// <summary>Provides options for <see cref="InboxEventProcessor"/>.</summary>
public sealed class EventProcessorOptions
{
    /// <summary>Gets or sets the store of the position. Required. The default is <see langword="null"/>.</summary>
    public IEventCheckpointStore? Checkpoint { get; set; }

    /// <summary>Gets or sets the <see cref="InboxEvent.Seq"/> after which to start if the checkpoint is empty. The default is 0, the oldest retained event.</summary>
    public long InitialSeq { get; set; }

    /// <summary>Gets or sets the events to process. The default is all events. A gap can be detected only with all types.</summary>
    public EventQuery Query { get; set; } = new();

    /// <summary>Gets or sets the polling delay after events, 100 ms to 1 day. The default is 1 second.</summary>
    public TimeSpan MinDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets the maximum polling delay, <see cref="MinDelay"/> to 1 day. Each request without events doubles the delay, up to this value. The default is
    /// 30 seconds. With webhooks, a higher value saves requests.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the maximum number of events that are handled at the same time, 1 to 1000. The default is 1, in the order of <see cref="InboxEvent.Seq"/>. With a higher
    /// value, only events of the same object are handled in that order.</summary>
    public int MaxConcurrency { get; set; } = 1;

    /// <summary>Gets or sets the number of retries of a handler that throws an exception, 0 to 1000. The default is 5. The delay doubles from 1 second to 1 minute.
    /// <see cref="Checkpoint"/> and <see cref="ProcessedEvents"/> are retried as often, and at least 5 times.</summary>
    public int MaxRetries { get; set; } = 5;

    /// <summary>Gets or sets what happens when a handler fails after all retries. The default is <see cref="EventFailureMode.Stop"/>.</summary>
    public EventFailureMode FailureMode { get; set; }

    /// <summary>Gets or sets a callback for an event that is skipped, such as to store it elsewhere. If it throws an exception, the processor stops before the event. The default is
    /// <see langword="null"/>.</summary>
    public Func<InboxEvent, Exception, CancellationToken, Task>? OnFailed { get; set; }

    /// <summary>Gets or sets a callback for events that Inbox no longer retains, such as to read the current state instead. The next event is handled when it has returned. A callback that throws
    /// an exception is retried like a handler. If it fails after all retries, <see cref="FailureMode"/> applies: the processor stops and reports the gap again after the next start, or the
    /// failure is logged. The default is <see langword="null"/>: a gap is only logged.</summary>
    public Func<EventGap, CancellationToken, Task>? OnGap { get; set; }

    /// <summary>Gets or sets the store of the ids of processed events, to share it with a handler of webhooks: each event is then handled once. The default is
    /// <see langword="null"/>.</summary>
    public IProcessedEventStore? ProcessedEvents { get; set; }

    /// <summary>Gets or sets the logger. The default is <see langword="null"/>: nothing is logged.</summary>
    public ILogger? Logger { get; set; }

    /// <summary>Gets or sets the clock of all delays. The default is <see cref="TimeProvider.System"/>, or with <c>AddInboxEvents</c> that of the client.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal EventProcessorOptions Copy() => (EventProcessorOptions)MemberwiseClone();

    internal void ThrowIfInvalid()
    {
        var failures = Failures().ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(EventProcessorOptions), failures);
    }

    private IEnumerable<string> Failures()
    {
        if (Checkpoint is null)
            yield return "EventProcessorOptions.Checkpoint is required, such as new FileEventCheckpointStore(path).";
        if (InitialSeq < 0)
            yield return "EventProcessorOptions.InitialSeq must not be negative.";
        if (Query is null)
            yield return "EventProcessorOptions.Query must not be null. The default includes all events.";
        if (MinDelay < TimeSpan.FromMilliseconds(100) || MaxDelay > TimeSpan.FromDays(1) || MaxDelay < MinDelay)
            yield return "EventProcessorOptions.MinDelay must be at least 100 ms, and MaxDelay from MinDelay to 1 day.";
        if (MaxConcurrency is < 1 or > 1000)
            yield return "EventProcessorOptions.MaxConcurrency must be from 1 to 1000.";
        if (MaxRetries is < 0 or > 1000)
            yield return "EventProcessorOptions.MaxRetries must be from 0 to 1000.";
        if (TimeProvider is null)
            yield return "EventProcessorOptions.TimeProvider must not be null.";
    }
}
