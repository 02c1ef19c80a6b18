using System.Net;
using InboxSdk.Errors;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>The exception that is thrown when Inbox rejects the content of a request (400, 422): it is invalid or refers to something that does not exist. Nothing was
/// changed.</summary>
public sealed class InboxValidationException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxValidationException(string message, HttpStatusCode statusCode = HttpStatusCode.UnprocessableEntity, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxValidationException(ErrorResponse response)
        : base(response)
    {
        Issues = response.Error.Details.List("issues", InboxValidationIssue.Read);
        TagLimit = response.Error.Details.Count("max");
        ContactId = response.Error.Details.String("contactId");
        Platform = Platform.FromV2(response.Error.Details.String("platform"));
    }

    /// <summary>Gets the issues of the request, at most the first 100; empty if the server omits them, and on v1.</summary>
    public IReadOnlyList<InboxValidationIssue> Issues { get; init; } = [];

    /// <summary>Gets the maximum number of tags (<c>tagLimitReached</c>); <see langword="null"/> for other codes.</summary>
    public int? TagLimit { get; init; }

    /// <summary>Gets the id of the contact with several profiles on the platform (<c>profileAmbiguous</c>); <see langword="null"/> for other codes.</summary>
    public string? ContactId { get; init; }

    /// <summary>Gets the platform on which the contact has several profiles (<c>profileAmbiguous</c>); unknown for other codes.</summary>
    public Platform Platform { get; init; }
}
