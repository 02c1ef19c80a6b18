using System.Globalization;
using System.Net;
using System.Text;
using InboxSdk.Diagnostics;
using InboxSdk.Http;
using InboxSdk.Serialization;

namespace InboxSdk.Errors;

/// <summary>The one place that turns responses into exceptions.</summary>
internal sealed class ErrorMapper(InboxClientOptions options)
{
    private const string RetiredAdvice = "Set InboxClientOptions.ApiVersion to InboxApiVersion.V2; docs/api-versions.md says what changes, call by call.";

    /// <summary>The exception of a response that is not a success; null for a success.</summary>
    public ValueTask<Exception?> FromResponseAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return default;
        // What the exception needs, it has; Refit leaves an answer that failed to whoever gets the exception.
        using (response)
            return new(FromError((PooledContent)response.Content));
    }

    /// <summary>The exception of a success that the API did not send, or not to this request.</summary>
    /// <param name="body">The response's body.</param>
    /// <param name="fault">Why it cannot be, as the end of the sentence "the response …".</param>
    public InboxSerializationException NotFromApi(PooledContent body, string fault) => Unusable(
        body,
        $"{fault}, so it is not the API's own response to this request{Sender(body)}. An intermediary may have responded instead. {LookAt}{(IsV1 ? " " + Retired(DeprecationWatch.V1RetiredAt) : "")}",
        cause: null);

    /// <summary>The exception of a success whose JSON cannot be read. It says where, and nothing of the body.</summary>
    /// <param name="body">The response's body.</param>
    /// <param name="isValid">Whether it is JSON at all.</param>
    /// <param name="cause">What the reader found.</param>
    public static InboxSerializationException Unreadable(PooledContent body, bool isValid, Exception cause) =>
        Unusable(
        body, $"could not be deserialized: {(isValid ? Text.OneLine(cause.Message).TrimEnd('.') : $"it is not valid JSON at {Text.OneLine(JsonPlace.OfFault(body.Utf8) ?? "$", 200)}")}.", cause);

    /// <summary>The exception of a response whose body ends before its JSON does.</summary>
    public static InboxTransportException EndedEarly(PooledContent body) =>
        new($"{body.Call.Operation.Name}: the response (status {(int)body.Status}) ended early, after {body.Bytes.Length} bytes, attempt {body.Call.Attempts}.") { Reason = InboxTransportReason.ResponseIncomplete };

    private static InboxSerializationException Unusable(PooledContent body, string what, Exception? cause)
    {
        Metrics.AnswerUnreadable(body.Call.Operation.Name);
        return new($"{body.Call.Operation.Name}: the response (status {(int)body.Status}) {what}", cause) { Headers = ResponseHeaders.Of(body), IsTransient = cause is null };
    }

    private InboxApiException FromError(PooledContent body)
    {
        var (response, call, error) = (body.Response, body.Call, body.Call.Error);
        var retryAfter = RetryAfterHeader.Read(response, error, options.TimeProvider);
        DateTimeOffset? retiredAt = IsRetired(body) ? DeprecationWatch.Sunset(response) ?? DeprecationWatch.V1RetiredAt : null;
        var answer = new ErrorAnswer(response.StatusCode, error, Message(body, retiredAt is { } date ? [Retired(date)] : [Advice(body, retryAfter), MayBeRetired(body)]))
        {
            RequestId = body.Header("X-Request-Id") ?? error.RequestId,
            Body = Text.WithoutControls(Encoding.UTF8.GetString(body.Utf8), keepLineBreaks: true),
            Headers = ResponseHeaders.Of(body),
            Call = call,
            RetryAfter = retryAfter,
            Quota = RateLimitHeaders.Answer(response, error, options),
            Reset = error.Details.Moment("resetAt") ?? RateLimitHeaders.Reset(response),
            RetiredAt = retiredAt,
        };
        return retiredAt is not null ? new InboxApiRetiredException(answer) : call.IsApiResponse ? ByCode(answer) ?? ByStatus(answer) : ByStatusOfIntermediary(answer);
    }

    // Only v2's codes that a caller acts on in a way of their own; all others are what their status says.
    private static InboxApiException? ByCode(ErrorAnswer answer) => answer.Error.Code switch
    {
        InboxErrorCodes.CapabilityNotSupported or InboxErrorCodes.ThreadRestricted or InboxErrorCodes.MutationWindowClosed => new InboxCapabilityException(answer),
        InboxErrorCodes.MessageNotModifiable or InboxErrorCodes.ContentRejected or InboxErrorCodes.RecipientUnavailable => new InboxMessageException(answer),
        InboxErrorCodes.PlatformError or InboxErrorCodes.PlatformUnavailable or InboxErrorCodes.PlatformRateLimited or InboxErrorCodes.PlatformNotSupported
            or InboxErrorCodes.PlatformNotAvailable or InboxErrorCodes.AccountLinkDisconnected or InboxErrorCodes.IntegrationSetupRequired => new InboxPlatformException(answer),
        InboxErrorCodes.PlanRequired or InboxErrorCodes.WorkspaceLocked => new InboxPlanException(answer),
        InboxErrorCodes.SendUnconfirmed => new InboxSendUnconfirmedException(answer),
        _ => null,
    };

    private static InboxApiException ByStatus(ErrorAnswer answer) => answer.Status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new InboxAuthenticationException(answer),
        HttpStatusCode.NotFound => new InboxNotFoundException(answer),
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => new InboxValidationException(answer),
        HttpStatusCode.Conflict => new InboxConflictException(answer),
        HttpStatusCode.TooManyRequests => new InboxRateLimitException(answer),
        >= HttpStatusCode.InternalServerError => new InboxServerException(answer),
        _ => new InboxApiException(answer),
    };

    private static InboxApiException ByStatusOfIntermediary(ErrorAnswer answer) => answer.Status switch
    {
        HttpStatusCode.TooManyRequests => new InboxRateLimitException(answer),
        >= HttpStatusCode.InternalServerError => new InboxServerException(answer),
        _ => new InboxIntermediaryException(answer),
    };

    // Only the API itself says that it is retired, never the date: a 410 of its own, known by its body or by the Sunset header that announces it.
    private bool IsRetired(PooledContent body) =>
        IsV1 && body.Status == HttpStatusCode.Gone && (body.Call.IsApiResponse || DeprecationWatch.Sunset(body.Response) is not null);

    // What a retired API responds with is not known in advance, so every response of v1 that is not the API's own may be it.
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
            // The message may be made of them.
            var issues = error.Details.List("issues", InboxValidationIssue.Read).Where(issue => error.Message?.Contains(issue.Message, StringComparison.Ordinal) != true).Take(5).ToList();
            if (issues.Count > 0)
                text.Append(" (").AppendJoin("; ", issues).Append(')');
        }

        if (!EndsASentence(text))
            text.Append('.');
        foreach (var sentence in advice)
        {
            if (sentence is not null)
                text.Append(' ').Append(sentence);
        }

        return text.ToString();
    }

    /// <summary>What a response says of who sent it, in brackets; empty when it says nothing.</summary>
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
        { Code: InboxErrorCodes.SendUnconfirmed } => "It may have been delivered. Look into the thread before sending it again.",
        { Code: InboxErrorCodes.IdempotencyKeyReused } => "Use one key for one message alone.",
        { Code: InboxErrorCodes.AccountLinkDisconnected } error when error.Details.String("status") == "offline" => "Connect the account again in the app.",
        { Code: InboxErrorCodes.PlanRequired or InboxErrorCodes.WorkspaceLocked } => "See Billing in the app.",
        _ => body.Status switch
        {
            HttpStatusCode.Unauthorized => "Check the token: InboxClientOptions.Token, TokenProvider or the environment variable INBOX_API_TOKEN.",
            HttpStatusCode.Forbidden => "The token is known, but may not do this.",
            HttpStatusCode.TooManyRequests when retryAfter is { } wait => TryAgain(wait),
            _ => null,
        },
    };

    private string AdviceOnIntermediary(PooledContent body, TimeSpan? retryAfter) => body.Status switch
    {
        HttpStatusCode.TooManyRequests when retryAfter is { } wait => TryAgain(wait),
        HttpStatusCode.NotModified => $"It is a cache. {LookAt}",
        HttpStatusCode.ProxyAuthenticationRequired => $"The proxy asks for credentials. {LookAt}",
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
            $"Redirects are not followed, so that the token stays at its origin{Target(body.Response)}. Set InboxClientOptions.BaseAddress.",
        _ => LookAt,
    };

    private string LookAt => $"Look at the proxy, gateway or firewall before {options.EffectiveBaseAddress.Authority}, and at InboxClientOptions.BaseAddress.";

    private static string TryAgain(TimeSpan wait) => string.Create(CultureInfo.InvariantCulture, $"Try again in {wait.TotalSeconds:0} s.");

    private static string Target(HttpResponseMessage response) => response.Headers.Location is { IsAbsoluteUri: true } location
        ? $"; this one leads to {Text.OneLine($"{location.Scheme}://{location.Authority}", 200)}"
        : "";
}
