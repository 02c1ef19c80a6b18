using System.Net;

namespace InboxSdk;

/// <summary>Describes the response to a request. It contains neither the body nor the token.</summary>
public sealed record InboxResponse
{
    /// <summary>Gets the name of the operation, such as <c>contacts.get</c>.</summary>
    public string Operation { get; init; } = "";

    /// <summary>Gets the HTTP status.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>Gets the request id (<c>X-Request-Id</c>) to quote to Inbox support, or <see langword="null"/> if there is none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the number of requests sent, including retries; at least 1.</summary>
    public int AttemptCount { get; init; }

    /// <summary>Gets the time from the start of the request to this response, including retries and waits.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets the number of requests that the server's window allows, or <see langword="null"/> if the response does not say.</summary>
    public int? RateLimit { get; init; }

    /// <summary>Gets the number of requests that remain in the server's window, or <see langword="null"/> if the response does not say.</summary>
    public int? RateLimitRemaining { get; init; }

    /// <summary>Gets when the server's window resets, by the server's clock, or <see langword="null"/> if the response does not say.</summary>
    public DateTimeOffset? RateLimitReset { get; init; }
}
