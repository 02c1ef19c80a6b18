using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that a response has the status of a success but is not what the API documents: an intermediary responded, a value has another type, or it is larger than
/// <see cref="InboxClientOptions.MaxResponseBytes"/>.</summary>
/// <remarks>Whether Inbox carried out the request is not known: a proxy, a gateway or a maintenance page may have responded in its place. <see cref="InboxException.IsTransient"/> says
/// whether it looks like one.</remarks>
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

    /// <inheritdoc cref="InboxApiException.Headers"/>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseHeaders.None;
}
