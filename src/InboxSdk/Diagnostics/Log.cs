using Microsoft.Extensions.Logging;

namespace InboxSdk.Diagnostics;

/// <summary>Every message the SDK logs. None holds an id, a token, a query or a body.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1, EventName = "Retrying", Level = LogLevel.Information,
        Message = "{Operation} failed at attempt {Attempt} ({Reason}); trying again in {Delay}")]
    public static partial void Retrying(this ILogger logger, string operation, int attempt, string reason, TimeSpan delay);
}
