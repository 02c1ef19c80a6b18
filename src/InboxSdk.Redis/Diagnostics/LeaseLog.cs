using Microsoft.Extensions.Logging;

namespace InboxSdk.Diagnostics;

/// <summary>The log messages of leases.</summary>
internal static partial class LeaseLog
{
    [LoggerMessage(EventId = 40, EventName = "LeaseAcquired", Level = LogLevel.Information, Message = "The lease {Name} was acquired with the number {Number}")]
    public static partial void LeaseAcquired(this ILogger logger, string name, long number);

    [LoggerMessage(EventId = 41, EventName = "LeaseWaiting", Level = LogLevel.Information, Message = "Waiting for the lease {Name}, which another process has")]
    public static partial void LeaseWaiting(this ILogger logger, string name);

    [LoggerMessage(EventId = 42, EventName = "LeaseUnavailable", Level = LogLevel.Warning, Message = "Waiting for the lease {Name} until the server responds again. {Cure}")]
    public static partial void LeaseUnavailable(this ILogger logger, Exception exception, string name, string cure);

    [LoggerMessage(EventId = 43, EventName = "LeaseNotRenewed", Level = LogLevel.Warning, Message = "The lease {Name} could not be renewed; retrying until it is lost. {Cure}")]
    public static partial void LeaseNotRenewed(this ILogger logger, Exception exception, string name, string cure);

    [LoggerMessage(EventId = 44, EventName = "LeaseLost", Level = LogLevel.Warning, Message = "The lease {Name} was lost: it could not be renewed in time, or another process has acquired it")]
    public static partial void LeaseLost(this ILogger logger, string name);

    [LoggerMessage(EventId = 45, EventName = "LeaseNotReleased", Level = LogLevel.Warning, Message = "The lease {Name} could not be released, and ends by itself. {Cure}")]
    public static partial void LeaseNotReleased(this ILogger logger, Exception exception, string name, string cure);

    [LoggerMessage(EventId = 46, EventName = "WakesUnavailable", Level = LogLevel.Warning,
        Message = "Webhooks that reach other processes do not wake the event processor {Name}, which reads events after its polling delay; retrying. {Cure}")]
    public static partial void WakesUnavailable(this ILogger logger, Exception exception, string name, string cure);
}
