namespace InboxSdk.V2;

/// <summary>The exception that is thrown when an <see cref="InboxEventProcessor"/> stops because the handler of an event, or <see cref="EventProcessorOptions.OnGap"/>,
/// failed after all retries, or an event is too large to be read. The checkpoint is before it, so the next start begins with it.</summary>
public sealed class EventProcessingException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The exception of the handler, or <see langword="null"/> if there is none.</param>
    public EventProcessingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the event that could not be handled, or <see langword="null"/> for a gap, or for an event that is larger than <see cref="InboxClientOptions.MaxResponseBytes"/>.</summary>
    public InboxEvent? Event { get; init; }
}
