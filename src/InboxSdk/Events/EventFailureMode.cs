namespace InboxSdk.V2;

/// <summary>Specifies what an <see cref="InboxEventProcessor"/> does when the handler of an event fails after all retries.</summary>
public enum EventFailureMode
{
    /// <summary>The processor stops with an <see cref="EventProcessingException"/>. The next start begins with the event.</summary>
    Stop,

    /// <summary>The failure is logged, <see cref="EventProcessorOptions.OnFailed"/> is called, and processing resumes with the next event.</summary>
    Skip,
}
