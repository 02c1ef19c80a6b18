namespace InboxSdk.V2;

/// <summary>The exception that is thrown when the checkpoint of an <see cref="InboxEventProcessor"/>, or a store of processed events, cannot be opened, read or written.</summary>
public sealed class EventCheckpointException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public EventCheckpointException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
