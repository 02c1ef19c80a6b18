using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when a response has a success status but is not what the API documents: an intermediary responded, a value has another type, or the
/// response is larger than <see cref="InboxClientOptions.MaxResponseBytes"/>.</summary>
/// <remarks>Whether Inbox processed the request is unknown: a proxy, a gateway or a maintenance page may have responded instead. <see cref="InboxException.IsTransient"/> is set if
/// the response looks like that of an intermediary.</remarks>
public sealed class InboxSerializationException : InboxException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxSerializationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
        MayHaveTakenEffect = true;
    }

    /// <inheritdoc cref="InboxApiException.Headers"/>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseHeaders.None;

    /// <summary>Gets whether the response is larger than <see cref="InboxClientOptions.MaxResponseBytes"/>.</summary>
    internal bool IsTooLarge { get; init; }
}
