namespace InboxSdk.V2;

/// <summary>Specifies what an <see cref="InboxEventProcessor"/> does when the handler of an event, or <see cref="EventProcessorOptions.OnGap"/>, fails after all retries.</summary>
public enum EventFailureMode
{
    /// <summary>The processor stops with an <see cref="EventProcessingException"/>. The next start begins with the event or gap.</summary>
    Stop,

    /// <summary>The failure is logged, <see cref="EventProcessorOptions.OnFailed"/> is called for an event, and processing resumes with the next event.</summary>
    Skip,
}
