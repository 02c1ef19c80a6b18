using Microsoft.Extensions.Logging;

namespace InboxSdk.Diagnostics;

/// <summary>The log messages of the SDK. None contains an id, a token, a query or a body.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1, EventName = "Retrying", Level = LogLevel.Information,
        Message = "{Operation} failed at attempt {Attempt} ({Reason}); retrying in {Delay}")]
    public static partial void Retrying(this ILogger logger, string operation, int attempt, string reason, TimeSpan delay);

    [LoggerMessage(EventId = 4, EventName = "CallEnded", Level = LogLevel.Debug,
        Message = "{Operation} completed with status {Status} after {Attempts} attempt(s), in {Elapsed}, request {RequestId}")]
    public static partial void CallEnded(this ILogger logger, string operation, int status, int attempts, TimeSpan elapsed, string? requestId);

    [LoggerMessage(EventId = 5, EventName = "CallFailed", Level = LogLevel.Debug,
        Message = "{Operation} failed after {Attempts} attempt(s), in {Elapsed}")]
    public static partial void CallFailed(this ILogger logger, string operation, Exception exception, int attempts, TimeSpan elapsed);

    [LoggerMessage(EventId = 6, EventName = "RetiredVersion", Level = LogLevel.Warning,
        Message = "This client uses v1 of the Inbox API, which is retired on {RetiredAt:d MMMM yyyy}. Remove InboxClientOptions.ApiVersion, or the /api/v1 of the address, to use v2")]
    public static partial void RetiredVersion(this ILogger logger, DateTimeOffset retiredAt);

    [LoggerMessage(EventId = 7, EventName = "WaitingForRateLimit", Level = LogLevel.Information,
        Message = "Waiting for the rate limit of {Requests} until {Until:O}")]
    public static partial void WaitingForRateLimit(this ILogger logger, string requests, DateTimeOffset until);

    [LoggerMessage(EventId = 8, EventName = "AccountLimited", Level = LogLevel.Information,
        Message = "A messaging platform limits an account; calls for it wait or fail until {Until:O}")]
    public static partial void AccountLimited(this ILogger logger, DateTimeOffset until);

    [LoggerMessage(EventId = 9, EventName = "ProgressFailed", Level = LogLevel.Error, Message = "A progress callback of the application failed; the work continues")]
    public static partial void ProgressFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 2, EventName = "Deprecated", Level = LogLevel.Warning,
        Message = "The Inbox API announces the end of {ApiVersion}, which this client uses: {SunsetAt}")]
    public static partial void Deprecated(this ILogger logger, InboxApiVersion apiVersion, DateTimeOffset? sunsetAt);

    [LoggerMessage(EventId = 3, EventName = "DeprecationCallbackFailed", Level = LogLevel.Error, Message = "InboxClientOptions.OnDeprecation failed")]
    public static partial void DeprecationCallbackFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 11, EventName = "OnResponseFailed", Level = LogLevel.Error, Message = "InboxRequestOptions.OnResponse failed")]
    public static partial void OnResponseFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 10, EventName = "PermitCompletionFailed", Level = LogLevel.Error, Message = "A permit of InboxClientOptions.RateLimit.Limiter could not be completed")]
    public static partial void PermitCompletionFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 12, EventName = "EventHandlerRetrying", Level = LogLevel.Warning, Message = "The handler of an event or a gap failed at attempt {Attempt}; retrying in {Delay}")]
    public static partial void EventHandlerRetrying(this ILogger logger, Exception exception, int attempt, TimeSpan delay);

    [LoggerMessage(EventId = 13, EventName = "EventSkipped", Level = LogLevel.Error, Message = "The handler of an event failed after all retries; the event is skipped")]
    public static partial void EventSkipped(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 14, EventName = "EventsMissing", Level = LogLevel.Warning,
        Message = "Inbox no longer retains {Count} events after the checkpoint, which were not processed; read the current state of threads and contacts instead")]
    public static partial void EventsMissing(this ILogger logger, long count);

    [LoggerMessage(EventId = 15, EventName = "EventsUnavailable", Level = LogLevel.Warning, Message = "The events could not be read; retrying until they can")]
    public static partial void EventsUnavailable(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 16, EventName = "GapCallbackFailed", Level = LogLevel.Error, Message = "EventProcessorOptions.OnGap failed after all retries; the gap is skipped")]
    public static partial void GapCallbackFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 17, EventName = "EventCheckpointLost", Level = LogLevel.Warning,
        Message = "The lease of the checkpoint of events was lost; the handlers in progress were cancelled, and the processor waits for the lease")]
    public static partial void EventCheckpointLost(this ILogger logger, Exception? exception);

    [LoggerMessage(EventId = 18, EventName = "EventCheckpointUnavailable", Level = LogLevel.Warning,
        Message = "The checkpoint of events could not be opened; retrying until it can")]
    public static partial void EventCheckpointUnavailable(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 19, EventName = "WakeNotForwarded", Level = LogLevel.Warning,
        Message = "A webhook could not be forwarded between the processes of an event processor; events are read after the polling delay")]
    public static partial void WakeNotForwarded(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 50, EventName = "EventNotReleased", Level = LogLevel.Error,
        Message = "EventProcessorOptions.ProcessedEvents could not release an event that was not processed; the event may not be handled again")]
    public static partial void EventNotReleased(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 51, EventName = "CheckpointNotDisposed", Level = LogLevel.Error, Message = "A checkpoint could not be closed; what it contains is not affected")]
    public static partial void CheckpointNotDisposed(this ILogger logger, Exception exception);
}
