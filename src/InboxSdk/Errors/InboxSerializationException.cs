namespace InboxSdk;

/// <summary>Says that an answer is not what the API promises: not JSON, or JSON of another shape.</summary>
/// <remarks>The request itself succeeded.</remarks>
public sealed class InboxSerializationException : InboxException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public InboxSerializationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        MayHaveTakenEffect = true;
    }
}
