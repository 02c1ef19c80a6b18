using System.Globalization;
using System.Net;
using System.Text;
using InboxSdk.Diagnostics;
using InboxSdk.Http;
using InboxSdk.Serialization;

namespace InboxSdk.Errors;

/// <summary>The one place that turns answers into exceptions.</summary>
internal sealed class ErrorMapper(InboxClientOptions options)
{
    private const string RetiredAdvice = "Set InboxClientOptions.ApiVersion to InboxApiVersion.V2; docs/api-versions.md says what changes, call by call.";

    /// <summary>The exception of an answer that is not a success; null for a success.</summary>
    public ValueTask<Exception?> FromResponseAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return default;
        // What the exception needs, it has; Refit leaves an answer that failed to whoever gets the exception.
        using (response)
            return new(FromResponse(response));
    }

    /// <summary>The exception of a success whose body cannot be understood. It tells where, and nothing of the body.</summary>
    public InboxSerializationException Unreadable(PooledContent body, Exception cause)
    {
        // The pipeline has told of a success by now.
        Metrics.AnswerUnreadable(body.Call.Operation.Name);
        var mediaType = body.MediaType;
        var what = mediaType is null or "application/json" || mediaType.EndsWith("+json", StringComparison.Ordinal)
            ? JsonPlace.OfFault(body.Bytes.Span) is { } place ? $"at {Text.OneLine(place, 200)} it is no JSON" : Text.OneLine(cause.Message)
            : $"it is {Text.OneLine(mediaType, 100)}, not JSON; does InboxClientOptions.BaseAddress lead to the API?{(IsV1 ? " " + Retired(DeprecationWatch.V1RetiredAt) : "")}";
        var exception = new InboxSerializationException($"{body.Call.Operation.Name}: the answer (status {(int)body.Status}) cannot be understood: {what}", cause);
        exception.Tell(body.Call);
        return exception;
    }

    private InboxApiException FromResponse(HttpResponseMessage response)
    {
        var call = InboxCall.Of(response.RequestMessage);
        var bytes = response.Content is PooledContent pooled ? pooled.Bytes.Span : default;
        var error = call?.Error ?? ErrorBody.Read(bytes);
        var retryAfter = RetryAfterHeader.Read(response, error, options.TimeProvider);
        DateTimeOffset? retiredAt = IsRetired(response, error) ? DeprecationWatch.Sunset(response) ?? DeprecationWatch.V1RetiredAt : null;
        var answer = new ErrorAnswer(response.StatusCode, error, Message(response, call, error, retiredAt is { } date ? [Retired(date)] : [Advice(response, error, retryAfter), MayBeRetired(response, error)]))
        {
            RequestId = RequestId(response) ?? error.RequestId,
            Body = Text.WithoutControls(Encoding.UTF8.GetString(bytes), keepLineBreaks: true),
            Call = call,
            RetryAfter = retryAfter,
            Quota = RateLimitHeaders.Answer(response, error, options),
            Reset = error.Details.Moment("resetAt") ?? RateLimitHeaders.Reset(response),
            RetiredAt = retiredAt,
        };
        return retiredAt is not null ? new InboxApiRetiredException(answer) : ByCode(answer) ?? ByStatus(answer);
    }

    // Only v2's codes that a caller acts on in a way of their own; all others are what their status says.
    private static InboxApiException? ByCode(ErrorAnswer answer) => answer.Error.Code switch
    {
        "capabilityNotSupported" or "threadRestricted" or "mutationWindowClosed" => new InboxCapabilityException(answer),
        "messageNotModifiable" or "contentRejected" or "recipientUnavailable" => new InboxMessageException(answer),
        "platformError" or "platformUnavailable" or ErrorCodes.PlatformRateLimited or "platformNotSupported" or "platformNotAvailable"
            or "accountLinkDisconnected" or "integrationSetupRequired" => new InboxPlatformException(answer),
        "planRequired" or "workspaceLocked" => new InboxPlanException(answer),
        ErrorCodes.SendUnconfirmed => new InboxSendUnconfirmedException(answer),
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

    // Only the API itself says that it is retired, never the date: a 410 of its own, known by its body or by the Sunset header that announces it.
    private bool IsRetired(HttpResponseMessage response, ErrorBody error) =>
        IsV1 && response.StatusCode == HttpStatusCode.Gone && (error != ErrorBody.Empty || DeprecationWatch.Sunset(response) is not null);

    // What a retired API responds with is not known in advance, so every response of v1 that is not the API's own may be it.
    private string? MayBeRetired(HttpResponseMessage response, ErrorBody error) =>
        IsV1 && error == ErrorBody.Empty && response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or (>= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest)
            ? Retired(DeprecationWatch.V1RetiredAt)
            : null;

    private static string Retired(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"Inbox retires v1 on {at:d MMMM yyyy}. {RetiredAdvice}");

    private bool IsV1 => options.ApiVersion == InboxApiVersion.V1;

    private static string Message(HttpResponseMessage response, InboxCall? call, ErrorBody error, ReadOnlySpan<string?> advice)
    {
        var text = new StringBuilder().Append(call?.Operation.Name).Append(": ").Append((int)response.StatusCode);
        if (error.Code is not null)
            text.Append(' ').Append(error.Code);
        if (error.Message is not null)
            text.Append(": ").Append(error.Message);
        else if (MediaType(response) is { } mediaType && mediaType != "application/json")
            text.Append(" (").Append(Text.OneLine(mediaType, 100)).Append(", not from the API itself)");

        if (error.Details.List("issues", InboxValidationIssue.Read) is { Count: > 0 } issues)
            text.Append(" (").AppendJoin("; ", issues.Take(5)).Append(')');
        if (!EndsASentence(text))
            text.Append('.');
        foreach (var sentence in advice)
        {
            if (sentence is not null)
                text.Append(' ').Append(sentence);
        }

        return text.ToString();
    }

    private static string? MediaType(HttpResponseMessage response) => (response.Content as PooledContent)?.MediaType;

    private static bool EndsASentence(StringBuilder text) => text[^1] is '.' or '!' or '?' or '…';

    private static string? Advice(HttpResponseMessage response, ErrorBody error, TimeSpan? retryAfter) => error.Code switch
    {
        ErrorCodes.SendUnconfirmed => "It may have been delivered. Look into the thread before sending it again.",
        "idempotencyKeyReused" => "Use one key for one message alone.",
        "accountLinkDisconnected" when error.Details.String("status") == "offline" => "Connect the account again in the app.",
        "planRequired" or "workspaceLocked" => "See Billing in the app.",
        _ => Advice(response, retryAfter),
    };

    private static string? Advice(HttpResponseMessage response, TimeSpan? retryAfter) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized => "Check the token: InboxClientOptions.Token, TokenProvider or the environment variable INBOX_API_TOKEN.",
        HttpStatusCode.Forbidden => "The token is known, but may not do this.",
        HttpStatusCode.TooManyRequests when retryAfter is { } wait => $"Try again in {wait.TotalSeconds:0} s.",
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest =>
            $"Redirects are not followed, so that the token stays at its origin{Target(response)}. Set InboxClientOptions.BaseAddress.",
        _ => null,
    };

    private static string Target(HttpResponseMessage response) => response.Headers.Location is { IsAbsoluteUri: true } location
        ? $"; this one leads to {Text.OneLine($"{location.Scheme}://{location.Authority}", 200)}"
        : "";

    private static string? RequestId(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("X-Request-Id", out var values) ? Text.OneLine(values.ToString(), 200) : null;
}
