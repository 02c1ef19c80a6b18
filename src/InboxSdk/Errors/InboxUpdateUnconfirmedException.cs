namespace InboxSdk;

/// <summary>The exception that is thrown when an update succeeds but the returned resource does not reflect it: another client changed it, or an intermediary responded instead of
/// Inbox.</summary>
/// <remarks>Updates set absolute values, so it is safe to repeat the update.</remarks>
public sealed class InboxUpdateUnconfirmedException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxUpdateUnconfirmedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        MayHaveTakenEffect = true;
        IsTransient = true;
    }
}
