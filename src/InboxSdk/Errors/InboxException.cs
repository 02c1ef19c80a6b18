namespace InboxSdk;

/// <summary>Says that a call to Inbox failed. Every failure of the SDK is one, save wrong arguments and the caller's own cancellation.</summary>
public class InboxException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Gets how many requests were sent for the call, the first included; 0 when none was.</summary>
    public int Attempts { get; init; }
}
