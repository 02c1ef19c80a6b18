using System.Collections.ObjectModel;
using InboxSdk.Pipeline;

namespace InboxSdk;

/// <summary>Provides the options of single calls: see <see cref="IInboxClient.WithOptions"/>. A property that is <see langword="null"/> defaults to <see cref="InboxClientOptions"/>.</summary>
public sealed record InboxRequestOptions
{
    /// <summary>Gets the time that a call may take with all its attempts and waits, 1 millisecond to 1 day. The default is <see cref="InboxClientOptions.Deadline"/>.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Gets the maximum number of retries, 0 to 10. The default is <see cref="InboxRetryOptions.MaxRetries"/>.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>Gets the priority in the rate limiter. The default is that of the <see cref="RateLimitScope"/>, else <see cref="RateLimitPriority.Interactive"/>.</summary>
    public RateLimitPriority? Priority { get; init; }

    /// <summary>Gets the receiver of each wait for the rate limit of a second or more, as it begins. The default is that of the <see cref="RateLimitScope"/>.</summary>
    public IProgress<RateLimitWait>? RateLimitWaits { get; init; }

    /// <summary>Gets additional headers of each request, such as <c>traceparent</c>; empty by default. Headers that the client sets cannot be replaced:
    /// <c>Accept</c>, <c>Authorization</c>, <c>Connection</c>, <c>Content-*</c>, <c>Cookie</c>, <c>Host</c>, <c>Idempotency-Key</c>, <c>Proxy-Authorization</c>,
    /// <c>Transfer-Encoding</c> and <c>User-Agent</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Gets the callback for the last response to each request, whatever its status; <see cref="InboxResponse.AttemptCount"/> includes retried attempts. A call that sends
    /// several requests, as some facade calls do on v2, invokes it for each. The default is <see langword="null"/>.</summary>
    /// <remarks>The callback is invoked before the call returns or throws, and should return quickly. If it throws, the exception is logged and the call continues. It is not invoked
    /// for a request without a response; the exception then has the details.</remarks>
    public Action<InboxResponse>? OnResponse { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">An option is outside its range; the message says which.</exception>
    internal InboxRequestOptions Validated()
    {
        if (Deadline is { } deadline && (deadline < TimeSpan.FromMilliseconds(1) || deadline > TimeSpan.FromDays(1)))
            throw new ArgumentOutOfRangeException(nameof(Deadline), deadline, "The deadline must be between 1 ms and 1 day.");
        if (MaxRetries is < 0 or > 10)
            throw new ArgumentOutOfRangeException(nameof(MaxRetries), MaxRetries, "The maximum number of retries must be between 0 and 10.");
        if (Priority is { } priority && !Enum.IsDefined(priority))
            throw new ArgumentOutOfRangeException(nameof(Priority), priority, "Use RateLimitPriority.Interactive or RateLimitPriority.Bulk.");
        ArgumentNullException.ThrowIfNull(Headers);
        foreach (var (name, value) in Headers)
            RequestHeaders.Validate(name, value);
        return this;
    }
}
