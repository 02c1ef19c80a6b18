using System.Net;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that Inbox refuses the request's content (400, 422): it is wrong or names something that does not exist. Nothing was changed.</summary>
public sealed class InboxValidationException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxValidationException(string message, HttpStatusCode statusCode = HttpStatusCode.UnprocessableEntity, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxValidationException(ErrorAnswer answer)
        : base(answer)
    {
        Issues = answer.Error.Details.List("issues", InboxValidationIssue.Read);
        TagLimit = answer.Error.Details.Count("max");
        ContactId = answer.Error.Details.String("contactId");
        Platform = Platform.FromV2(answer.Error.Details.String("platform"));
    }

    /// <summary>Gets what is wrong with the request, place by place; empty when the server did not say, and on v1. At most the first 100.</summary>
    public IReadOnlyList<InboxValidationIssue> Issues { get; init; } = [];

    /// <summary>Gets how many tags there may be (<c>tagLimitReached</c>); <see langword="null"/> for the other codes.</summary>
    public int? TagLimit { get; init; }

    /// <summary>Gets the id of the contact that has several profiles on the platform (<c>profileAmbiguous</c>); <see langword="null"/> for the other codes.</summary>
    public string? ContactId { get; init; }

    /// <summary>Gets the platform the contact has several profiles on (<c>profileAmbiguous</c>); not known for the other codes.</summary>
    public Platform Platform { get; init; }
}
