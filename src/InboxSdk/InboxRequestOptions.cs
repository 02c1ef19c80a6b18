using System.Collections.ObjectModel;
using InboxSdk.Http;

namespace InboxSdk;

/// <summary>Provides the options of single calls: see <see cref="IInboxClient.WithOptions"/>. What is <see langword="null"/> is as <see cref="InboxClientOptions"/> says.</summary>
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

    /// <summary>Gets headers that each request has in addition, such as <c>traceparent</c>; empty by default. A header that the client sets itself cannot be replaced:
    /// <c>Accept</c>, <c>Authorization</c>, <c>Content-*</c>, <c>Host</c>, <c>Idempotency-Key</c> and <c>User-Agent</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Gets what receives the last response to each request, whatever its status; retried attempts are counted in <see cref="InboxResponse.Attempts"/>. A call that sends
    /// several requests, as some of the facade do on v2, invokes it for each. The default is <see langword="null"/>.</summary>
    /// <remarks>It is invoked before the call returns or throws, and should return soon. An exception of it is logged, and does not make the call fail. A request without a response does
    /// not invoke it: its exception has what is known.</remarks>
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
