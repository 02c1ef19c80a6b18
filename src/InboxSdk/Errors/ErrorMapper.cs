using System.Net;
using System.Text;
using InboxSdk.Http;

namespace InboxSdk.Errors;

/// <summary>The one place that turns answers into exceptions.</summary>
internal sealed class ErrorMapper(TimeProvider timeProvider)
{
    /// <summary>The exception of an answer that is not a success; null for a success.</summary>
    public ValueTask<Exception?> FromResponseAsync(HttpResponseMessage response) => new(response.IsSuccessStatusCode ? null : FromResponse(response));

    /// <summary>The exception of a success whose body cannot be understood. It tells where, and nothing of the body.</summary>
    public static ValueTask<Exception?> FromUnreadableAsync(HttpResponseMessage response, Exception cause)
    {
        var call = InboxCall.Of(response.RequestMessage);
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        var what = mediaType is null or "application/json" || mediaType.EndsWith("+json", StringComparison.Ordinal)
            ? Text.OneLine(cause.Message)
            : $"it is {Text.OneLine(mediaType, 100)}, not JSON; does InboxClientOptions.BaseAddress lead to the API?";
        return new(new InboxSerializationException($"{call?.Operation.Name}: the answer (status {(int)response.StatusCode}) cannot be understood: {what}", cause)
        {
            Attempts = call?.Attempts ?? 0,
        });
    }

    private InboxApiException FromResponse(HttpResponseMessage response)
    {
        var call = InboxCall.Of(response.RequestMessage);
        var bytes = response.Content is PooledContent pooled ? pooled.Bytes.Span : default;
        var error = ErrorBody.Read(bytes);
        var status = response.StatusCode;
        var retryAfter = RetryAfterHeader.Read(response, timeProvider);
        var message = Message(response, call, error, retryAfter);
        var requestId = RequestId(response);
        var body = Text.WithoutControls(Encoding.UTF8.GetString(bytes), keepLineBreaks: true);
        var attempts = call?.Attempts ?? 0;

        return status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                new InboxAuthenticationException(message, status, error.Code) { RequestId = requestId, Body = body, Attempts = attempts },
            HttpStatusCode.NotFound =>
                new InboxNotFoundException(message, status, error.Code) { RequestId = requestId, Body = body, Attempts = attempts },
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity =>
                new InboxValidationException(message, status, error.Code) { RequestId = requestId, Body = body, Attempts = attempts },
            HttpStatusCode.Conflict =>
                new InboxConflictException(message, status, error.Code) { RequestId = requestId, Body = body, Attempts = attempts },
            HttpStatusCode.TooManyRequests => new InboxRateLimitException(message, status, error.Code)
            {
                RequestId = requestId,
                Body = body,
                Attempts = attempts,
                RetryAfter = retryAfter,
                Limit = RateLimitHeaders.Limit(response),
                Remaining = RateLimitHeaders.Remaining(response),
                Reset = RateLimitHeaders.Reset(response),
            },
            >= HttpStatusCode.InternalServerError =>
                new InboxServerException(message, status, error.Code) { RequestId = requestId, Body = body, Attempts = attempts },
            _ => new InboxApiException(message, status, error.Code) { RequestId = requestId, Body = body, Attempts = attempts },
        };
    }

    private static string Message(HttpResponseMessage response, InboxCall? call, ErrorBody error, TimeSpan? retryAfter)
    {
        var text = new StringBuilder().Append(call?.Operation.Name).Append(": ").Append((int)response.StatusCode);
        if (error.Code is not null)
            text.Append(' ').Append(error.Code);
        if (error.Message is not null)
            text.Append(": ").Append(error.Message);
        else if (response.Content.Headers.ContentType?.MediaType is { } mediaType && mediaType != "application/json")
            text.Append(" (").Append(Text.OneLine(mediaType, 100)).Append(", not from the API itself)");

        if (!EndsASentence(text))
            text.Append('.');
        if (Advice(response, retryAfter) is { } advice)
            text.Append(' ').Append(advice);
        return text.ToString();
    }

    private static bool EndsASentence(StringBuilder text) => text[^1] is '.' or '!' or '?' or '…';

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
        ? $"; this one leads to {Text.OneLine(location.GetLeftPart(UriPartial.Authority), 200)}"
        : "";

    private static string? RequestId(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("X-Request-Id", out var values) ? Text.OneLine(values.ToString(), 200) : null;
}
