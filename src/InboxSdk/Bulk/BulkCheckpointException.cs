namespace InboxSdk;

/// <summary>The exception that is thrown when a checkpoint cannot be opened, read or written, or is invalid. Nothing is sent whose outcome could not be recorded.</summary>
public sealed class BulkCheckpointException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public BulkCheckpointException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
