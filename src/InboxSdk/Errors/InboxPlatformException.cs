using System.Net;
using System.Text.Json;
using InboxSdk.Errors;
using InboxSdk.Pipeline;
using InboxSdk.V2;

namespace InboxSdk;

/// <summary>The exception that is thrown when a messaging platform, or the team's account on it, prevents the operation: <c>platformError</c>, <c>platformUnavailable</c>,
/// <c>platformRateLimited</c>, <c>platformNotSupported</c>, <c>platformNotAvailable</c>, <c>accountLinkDisconnected</c> or <c>integrationSetupRequired</c>.</summary>
/// <remarks>v2 only. Inbox itself works: calls for other accounts may succeed.</remarks>
public sealed class InboxPlatformException : InboxApiException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">The error message.</param>
    /// <param name="statusCode">The HTTP status of the response.</param>
    /// <param name="code">The API's error code, or <see langword="null"/> if there is none.</param>
    /// <param name="innerException">The cause, or <see langword="null"/> if there is none.</param>
    public InboxPlatformException(
        string message, HttpStatusCode statusCode = HttpStatusCode.BadGateway, string? code = null, Exception? innerException = null)
        : base(message, statusCode, code, innerException)
    {
    }

    internal InboxPlatformException(ErrorResponse response)
        : base(response)
    {
        Platform = Platform.FromV2(response.Error.Details.String("platform"));
        SupportedPlatforms = [.. response.Error.Details.List("supported", item => item.OneLine()).Select(Platform.FromV2)];
        AccountLinkId = response.Error.Details.String("accountLinkId");
        AccountLinkStatus = response.Error.Details.String("status") is { } status ? new AccountLinkStatus(status) : null;
        RetryAfter = response.RetryAfter;
    }

    /// <summary>Gets the platform, which is unknown if the server omits it.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the platforms that support the operation (<c>platformNotSupported</c>); empty for other codes.</summary>
    public IReadOnlyList<Platform> SupportedPlatforms { get; init; } = [];

    /// <summary>Gets the id of the team's account (<c>accountLinkDisconnected</c>, <c>integrationSetupRequired</c>); <see langword="null"/> for other codes.</summary>
    public string? AccountLinkId { get; init; }

    /// <summary>Gets the status of the account: paused (resumes automatically), offline (must be reconnected in the app), or active if it has recovered since.
    /// <see langword="null"/> for codes other than <c>accountLinkDisconnected</c>.</summary>
    public AccountLinkStatus? AccountLinkStatus { get; init; }

    /// <summary>Gets the delay before the next attempt, zero to 365 days, or <see langword="null"/> if the server omits it.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
