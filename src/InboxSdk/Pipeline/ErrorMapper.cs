using System.Globalization;
using System.Net;
using System.Text;
using InboxSdk.Diagnostics;
using InboxSdk.Errors;
using InboxSdk.Serialization;

namespace InboxSdk.Pipeline;

/// <summary>Maps responses to exceptions.</summary>
internal sealed class ErrorMapper(InboxClientOptions options)
{
    private const string RetiredAdvice = "Set InboxClientOptions.ApiVersion to InboxApiVersion.V2. docs/api-versions.md lists the changes, call by call.";

    /// <summary>Returns the exception for an unsuccessful response, or null for a successful one.</summary>
    public ValueTask<Exception?> FromResponseAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return default;
        // The exception has all the data it needs; Refit leaves the disposal of a failed response to its caller.
        using (response)
            return new(FromError((PooledContent)response.Content));
    }

    /// <summary>Creates the exception for a success status that is not the API's response to this request.</summary>
    /// <param name="body">The body of the response.</param>
    /// <param name="fault">The reason, as the end of the sentence "the response …".</param>
    public InboxSerializationException NotFromApi(PooledContent body, string fault) => Unusable(
        body,
        $"{fault}, so it is not the API's own response to this request{Sender(body)}. An intermediary may have responded instead. {IntermediaryAdvice}"
            + (IsV1 ? " " + Retired(DeprecationWatch.V1RetiredAt) : ""),
        cause: null);

    /// <summary>Creates the exception for a success status whose JSON cannot be read. It contains the location, but nothing of the body.</summary>
    /// <param name="body">The body of the response.</param>
    /// <param name="isValid">Whether it is valid JSON.</param>
    /// <param name="cause">The exception of the reader.</param>
    public static InboxSerializationException Unreadable(PooledContent body, bool isValid, Exception cause) =>
        Unusable(
            body,
            $"could not be deserialized: {(isValid ? Text.OneLine(cause.Message).TrimEnd('.') : $"invalid JSON at {Text.OneLine(JsonErrorPath.Find(body.Utf8) ?? "$", 200)}")}.",
            cause);

    /// <summary>Creates the exception for a response whose body ends before its JSON does.</summary>
    public static InboxTransportException EndedEarly(PooledContent body) =>
        new($"{body.Call.Operation.Name}: the response (status {(int)body.Status}) ended early, after {body.Bytes.Length} bytes, attempt {body.Call.Attempts}.")
        {
            Reason = InboxTransportReason.ResponseIncomplete,
        };

    private static InboxSerializationException Unusable(PooledContent body, string what, Exception? cause)
    {
        Metrics.ResponseUnreadable(body.Call.Operation.Name);
        return new($"{body.Call.Operation.Name}: the response (status {(int)body.Status}) {what}", cause) { Headers = ResponseHeaders.Of(body), IsTransient = cause is null };
    }

    private InboxApiException FromError(PooledContent body)
    {
        var (response, call, error) = (body.Response, body.Call, body.Call.Error);
        var retryAfter = RetryAfterHeader.Read(response, error, options.TimeProvider);
        DateTimeOffset? retiredAt = IsRetired(body) ? DeprecationWatch.Sunset(response) ?? DeprecationWatch.V1RetiredAt : null;
        var errorResponse = new ErrorResponse(response.StatusCode, error, Message(body, retiredAt is { } date ? [Retired(date)] : [Advice(body, retryAfter), MayBeRetired(body)]))
        {
            RequestId = body.Header("X-Request-Id") ?? error.RequestId,
            Body = Text.WithoutControls(Encoding.UTF8.GetString(body.Utf8), keepLineBreaks: true),
            Headers = ResponseHeaders.Of(body),
            Call = call,
            RetryAfter = retryAfter,
            RateLimit = RateLimitHeaders.Result(response, error, options),
            Reset = error.Details.Timestamp("resetAt") ?? RateLimitHeaders.Reset(response),
            RetiredAt = retiredAt,
        };
        if (retiredAt is not null)
            return new InboxApiRetiredException(errorResponse);
        return call.IsApiResponse ? ByCode(errorResponse) ?? ByStatus(errorResponse) : ByStatusOfIntermediary(errorResponse);
    }

    // Only the v2 codes with an exception of their own; for all others the status decides.
    private static InboxApiException? ByCode(ErrorResponse response) => response.Error.Code switch
    {
        InboxErrorCodes.CapabilityNotSupported or InboxErrorCodes.ThreadRestricted or InboxErrorCodes.MutationWindowClosed => new InboxCapabilityException(response),
        InboxErrorCodes.MessageNotModifiable or InboxErrorCodes.ContentRejected or InboxErrorCodes.RecipientUnavailable => new InboxMessageException(response),
        var code when IsPlatformCode(code) => new InboxPlatformException(response),
        InboxErrorCodes.PlanRequired or InboxErrorCodes.WorkspaceLocked => new InboxPlanException(response),
        InboxErrorCodes.SendUnconfirmed => new InboxSendUnconfirmedException(response),
        _ => null,
    };

    private static bool IsPlatformCode(string? code) => code is InboxErrorCodes.PlatformError or InboxErrorCodes.PlatformUnavailable or InboxErrorCodes.PlatformRateLimited
        or InboxErrorCodes.PlatformNotSupported or InboxErrorCodes.PlatformNotAvailable or InboxErrorCodes.AccountLinkDisconnected or InboxErrorCodes.IntegrationSetupRequired;

    private static InboxApiException ByStatus(ErrorResponse response) => response.Status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new InboxAuthenticationException(response),
        HttpStatusCode.NotFound => new InboxNotFoundException(response),
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => new InboxValidationException(response),
        HttpStatusCode.Conflict => new InboxConflictException(response),
        HttpStatusCode.TooManyRequests => new InboxRateLimitException(response),
        >= HttpStatusCode.InternalServerError => new InboxServerException(response),
        _ => new InboxApiException(response),
    };

    private static InboxApiException ByStatusOfIntermediary(ErrorResponse response) => response.Status switch
    {
        HttpStatusCode.TooManyRequests => new InboxRateLimitException(response),
        >= HttpStatusCode.InternalServerError => new InboxServerException(response),
        _ => new InboxIntermediaryException(response),
    };

    // Only the API's own response means that the version is retired, not the date: a 410 identified by its body or by the Sunset header.
    private bool IsRetired(PooledContent body) =>
        IsV1 && body.Status == HttpStatusCode.Gone && (body.Call.IsApiResponse || DeprecationWatch.Sunset(body.Response) is not null);

    // The response of a retired API is not documented, so any v1 response that is not the API's own may be it.
    private string? MayBeRetired(PooledContent body) =>
        IsV1 && !body.Call.IsApiResponse && body.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone or (>= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest)
            ? Retired(DeprecationWatch.V1RetiredAt)
            : null;

    private static string Retired(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"Inbox retires v1 on {at:d MMMM yyyy}. {RetiredAdvice}");

    private bool IsV1 => options.ApiVersion == InboxApiVersion.V1;

    private static string Message(PooledContent body, ReadOnlySpan<string?> advice)
    {
        var (call, error) = (body.Call, body.Call.Error);
        var text = new StringBuilder().Append(call.Operation.Name).Append(": ");
        if (!call.IsApiResponse)
        {
            text.Append("an intermediary responded, not Inbox: ").Append((int)body.Status).Append(Sender(body));
        }
        else
        {
            text.Append((int)body.Status);
            if (error.Code is not null)
                text.Append(' ').Append(error.Code);
            if (error.Message is not null)
                text.Append(": ").Append(error.Message);
            // The message may already contain them.
            var issues = error.Details.List("issues", InboxValidationIssue.Read).Where(issue => error.Message?.Contains(issue.Message, StringComparison.Ordinal) != true).Take(5).ToList();
            if (issues.Count > 0)
                text.Append(" (").AppendJoin("; ", issues).Append(')');
        }

        if (!EndsASentence(text))
            text.Append('.');
        foreach (var sentence in advice)
        {
            // The API's message may already contain it.
            if (sentence is not null && error.Message?.Contains(sentence, StringComparison.Ordinal) != true)
                text.Append(' ').Append(sentence);
        }

        return text.ToString();
    }

    /// <summary>Returns what a response reveals of its sender, in parentheses; empty if nothing.</summary>
    private static string Sender(PooledContent body)
    {
        string?[] parts =
        [
            body.MediaType is { } mediaType ? Text.OneLine(mediaType, 100) : null,
            body.Header("Server") is { Length: > 0 } server ? $"Server: {server}" : null,
            body.Header("Via") is { Length: > 0 } via ? $"Via: {via}" : null,
        ];
        return parts.Any(part => part is not null) ? $" ({string.Join(", ", parts.OfType<string>())})" : "";
    }

    private static bool EndsASentence(StringBuilder text) => text[^1] is '.' or '!' or '?' or '…';

    private string? Advice(PooledContent body, TimeSpan? retryAfter) => body.Call.Error switch
    {
        _ when !body.Call.IsApiResponse => AdviceOnIntermediary(body, retryAfter),
        { Code: InboxErrorCodes.SendUnconfirmed } => "It may have been delivered. Check the thread before sending it again.",
        { Code: InboxErrorCodes.IdempotencyKeyReused } => "Use each idempotency key for one message only.",
        { Code: InboxErrorCodes.AccountLinkDisconnected } error when error.Details.String("status") == "offline" => "Reconnect the account in the app.",
        { Code: InboxErrorCodes.PlanRequired or InboxErrorCodes.WorkspaceLocked } => "See Billing in the app.",
        _ => body.Status switch
        {
            HttpStatusCode.Unauthorized => "Check the token: InboxClientOptions.Token, TokenProvider or the environment variable INBOX_API_TOKEN.",
            HttpStatusCode.Forbidden when !IsPlatformCode(body.Call.Error.Code) => "The token is valid, but lacks the permission.",
            HttpStatusCode.TooManyRequests when retryAfter is { } wait => RetryAdvice(wait),
            _ => null,
        },
    };

    private string AdviceOnIntermediary(PooledContent body, TimeSpan? retryAfter) => body.Status switch
    {
        HttpStatusCode.TooManyRequests when retryAfter is { } wait => RetryAdvice(wait),
        HttpStatusCode.NotModified => $"It is a cache. {IntermediaryAdvice}",
        HttpStatusCode.ProxyAuthenticationRequired => $"The proxy requires credentials. {IntermediaryAdvice}",
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
            $"Redirects are not followed, so that the token stays at its origin{Target(body.Response)}. Set InboxClientOptions.BaseAddress.",
        _ => IntermediaryAdvice,
    };

    private string IntermediaryAdvice => $"Check the proxy, gateway or firewall before {options.EffectiveBaseAddress.Authority}, and InboxClientOptions.BaseAddress.";

    private static string RetryAdvice(TimeSpan wait) => string.Create(CultureInfo.InvariantCulture, $"Retry after {wait.TotalSeconds:0} s.");

    private static string Target(HttpResponseMessage response) => response.Headers.Location is { IsAbsoluteUri: true } location
        ? $"; this one leads to {Text.OneLine($"{location.Scheme}://{location.Authority}", 200)}"
        : "";
}
