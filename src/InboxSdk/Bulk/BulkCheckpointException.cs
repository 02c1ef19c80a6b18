namespace InboxSdk;

/// <summary>Says that a checkpoint cannot be opened, read or written, or is not one. Nothing is sent whose outcome could not be noted.</summary>
public sealed class BulkCheckpointException : InboxException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public BulkCheckpointException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
