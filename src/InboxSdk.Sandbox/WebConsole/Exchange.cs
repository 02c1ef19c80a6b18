using System.Diagnostics;
using InboxSdk.Sandbox.RequestLog;
using Microsoft.Extensions.Primitives;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>A request and its response, as the console shows them. Its properties change under the lock of the log.</summary>
internal sealed class Exchange(ExchangeLog log, long startedAt)
{
    /// <summary>The number in the log; 0 until it is there.</summary>
    public long Number { get; set; }

    /// <summary>The number of the last change of the log that changed this exchange.</summary>
    public long Change { get; set; }

    /// <summary>The number of the first attempt of the call.</summary>
    public long Call { get; set; }

    public int AttemptCount { get; set; } = 1;

    /// <summary>When the request arrived, as a timestamp of the clock.</summary>
    public long StartedAt => startedAt;

    public TimeSpan? Duration { get; private set; }

    /// <summary>The status; null if nothing of a response was sent.</summary>
    public int? StatusCode { get; private set; }

    /// <summary>Whether the connection ended before the response was complete.</summary>
    public bool WasAborted { get; private set; }

    public IReadOnlyList<KeyValuePair<string, StringValues>> ResponseHeaders { get; private set; } = [];

    public RecordedBody? Body { get; init; }

    public SandboxRequest Request => Entry.Request;

    /// <summary>The value of <c>Idempotency-Key</c>, or null.</summary>
    public string? IdempotencyKey => Request.Headers.GetValueOrDefault("Idempotency-Key");

    public bool IsPending => Duration is null;

    /// <summary>Whether a client may retry the request.</summary>
    public bool HasFailed => Request.Fault is not null || WasAborted || StatusCode is null or 408 or 429 or >= 500;

    private RequestEntry Entry { get => field ?? throw new UnreachableException(); set; }

    /// <summary>Adds the exchange to the log: the request is complete.</summary>
    public void Begin(RequestEntry entry)
    {
        Entry = entry;
        log.Add(this);
    }

    /// <summary>Completes the exchange. Requires the lock of the log.</summary>
    public void End(int? status, bool wasAborted, IReadOnlyList<KeyValuePair<string, StringValues>> headers, TimeSpan duration) =>
        (StatusCode, WasAborted, ResponseHeaders, Duration) = (status, wasAborted, headers, duration);
}
