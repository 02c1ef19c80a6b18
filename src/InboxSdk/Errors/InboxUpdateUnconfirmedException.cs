namespace InboxSdk;

/// <summary>Says that an update was accepted, but that the resource which came back does not show it: another writer was faster, or an intermediary accepted in Inbox's place.</summary>
/// <remarks>Updates set absolute values, so the same one can be made again.</remarks>
public sealed class InboxUpdateUnconfirmedException : InboxException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxUpdateUnconfirmedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        MayHaveTakenEffect = true;
        IsTransient = true;
    }
}
