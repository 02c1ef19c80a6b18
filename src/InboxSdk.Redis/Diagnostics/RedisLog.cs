using Microsoft.Extensions.Logging;

namespace InboxSdk.Diagnostics;

/// <summary>The log messages of the shared rate limiter. None contains a token or the password of a connection.</summary>
internal static partial class RedisLog
{
    [LoggerMessage(EventId = 30, EventName = "RedisUnavailable", Level = LogLevel.Warning,
        Message = "The shared rate limit of {Requests} is not available ({Reason}); until it is, {Consequence}. {Cure}")]
    public static partial void RedisUnavailable(this ILogger logger, Exception exception, string requests, string reason, string consequence, string cure);

    [LoggerMessage(EventId = 31, EventName = "RedisMisconfigured", Level = LogLevel.Error,
        Message = "The shared rate limit of {Requests} is not available ({Reason}); until it is, {Consequence}. {Cure}. It is retried once a minute")]
    public static partial void RedisMisconfigured(this ILogger logger, Exception exception, string requests, string reason, string consequence, string cure);

    [LoggerMessage(EventId = 32, EventName = "RedisRestored", Level = LogLevel.Information, Message = "The shared rate limit of {Requests} is available again, after {Elapsed}")]
    public static partial void RedisRestored(this ILogger logger, string requests, TimeSpan elapsed);

    [LoggerMessage(EventId = 33, EventName = "RedisStateLost", Level = LogLevel.Warning,
        Message = "The shared rate limit of {Requests} was lost on the server (a restart, FLUSHALL, an eviction or a failover); the processes restore it from the requests they remember. "
            + "If it is repeated, give the server more memory or a maxmemory-policy that does not evict its key")]
    public static partial void RedisStateLost(this ILogger logger, string requests);
}
