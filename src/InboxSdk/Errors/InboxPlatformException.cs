using System.Net;
using System.Text.Json;
using InboxSdk.Errors;

namespace InboxSdk;

/// <summary>Says that a messaging platform, or the team's account there, stands in the way: <c>platformError</c>, <c>platformUnavailable</c>,
/// <c>platformRateLimited</c>, <c>platformNotSupported</c>, <c>platformNotAvailable</c>, <c>accountLinkDisconnected</c> or <c>integrationSetupRequired</c>.</summary>
/// <remarks>v2 alone has it. Inbox itself works: calls about other accounts may go well.</remarks>
public sealed class InboxPlatformException : InboxApiException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="code">The API's error code; <see langword="null"/> for none.</param>
    /// <param name="innerException">The cause; <see langword="null"/> for none.</param>
    public InboxPlatformException(
        string message, HttpStatusCode statusCode = HttpStatusCode.BadGateway, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxPlatformException(ErrorAnswer answer)
        : base(answer)
    {
        Platform = Platform.FromV2(answer.Error.Details.String("platform"));
        SupportedPlatforms = [.. answer.Error.Details.List("supported", item => item.OneLine()).Select(Platform.FromV2)];
        AccountLinkId = answer.Error.Details.String("accountLinkId");
        AccountLinkStatus = answer.Error.Details.String("status");
        RetryAfter = answer.RetryAfter;
    }

    /// <summary>Gets the platform; not known when the server did not say.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the platforms that can do it (<c>platformNotSupported</c>); empty for the other codes.</summary>
    public IReadOnlyList<Platform> SupportedPlatforms { get; init; } = [];

    /// <summary>Gets the id of the team's account (<c>accountLinkDisconnected</c>, <c>integrationSetupRequired</c>); <see langword="null"/> for the other codes.</summary>
    public string? AccountLinkId { get; init; }

    /// <summary>Gets the state of the account: <c>paused</c> (resumes by itself), <c>offline</c> (somebody must connect it again in the app), or <c>active</c> when
    /// it has come back since; the list of states is open. <see langword="null"/> for codes other than <c>accountLinkDisconnected</c>.</summary>
    public string? AccountLinkStatus { get; init; }

    /// <summary>Gets how long to wait before the next try, zero to 365 days; <see langword="null"/> when the server did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
