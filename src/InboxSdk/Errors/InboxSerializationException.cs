namespace InboxSdk;

/// <summary>Says that an answer is not what the API promises: not JSON, JSON of another shape, or larger than <see cref="InboxClientOptions.MaxResponseBytes"/>.</summary>
/// <remarks>The request itself succeeded.</remarks>
public sealed class InboxSerializationException : InboxException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxSerializationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        MayHaveTakenEffect = true;
    }
}
