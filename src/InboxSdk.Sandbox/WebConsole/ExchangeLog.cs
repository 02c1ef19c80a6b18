using Microsoft.AspNetCore.Http;

namespace InboxSdk.Sandbox.WebConsole;

/// <summary>The most recent exchanges, which a console shows. Thread-safe.</summary>
/// <remarks>The attempts of one call are recognized by their idempotency key, or else because the same request follows a failed one within two minutes.</remarks>
internal sealed class ExchangeLog(TimeProvider clock)
{
    private const int Capacity = 500;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(2);

    private readonly object _lock = new();
    private readonly Queue<Exchange> _exchanges = new();
    private readonly Dictionary<CallKey, Exchange> _latestAttempts = [];
    private long _count;
    private long _changes;

    /// <summary>Creates an exchange, which is not in the log yet.</summary>
    public Exchange Start(Stream wire) => new(this, clock.GetTimestamp()) { Body = new RecordedBody(wire) };

    /// <summary>Adds an exchange whose request is complete.</summary>
    public void Add(Exchange exchange)
    {
        lock (_lock)
        {
            (exchange.Number, exchange.Change) = (++_count, ++_changes);
            exchange.Call = exchange.Number;
            if (_latestAttempts.TryGetValue(CallKey.Of(exchange), out var earlier) && clock.GetElapsedTime(earlier.StartedAt) - (earlier.Duration ?? TimeSpan.Zero) < LongestDelay)
                (exchange.Call, exchange.AttemptCount) = (earlier.Call, earlier.AttemptCount + 1);
            if (exchange.IdempotencyKey is not null)
                _latestAttempts[CallKey.Of(exchange)] = exchange;
            _exchanges.Enqueue(exchange);
            if (_exchanges.Count > Capacity)
                Forget(_exchanges.Dequeue());
        }
    }

    /// <summary>Completes an exchange.</summary>
    public void End(Exchange exchange, HttpContext http)
    {
        // The server reuses the collection of headers.
        var headers = http.Response.Headers.ToArray();
        var status = http.Response.HasStarted ? http.Response.StatusCode : (int?)null;
        lock (_lock)
        {
            exchange.End(status, http.RequestAborted.IsCancellationRequested, headers, clock.GetElapsedTime(exchange.StartedAt));
            // Not in the log, or no longer: nothing would remove it from the latest attempts.
            if (exchange.Number <= _count - _exchanges.Count)
                return;
            exchange.Change = ++_changes;
            if (exchange.IdempotencyKey is not null)
                return;
            if (exchange.HasFailed)
                _latestAttempts[CallKey.Of(exchange)] = exchange;
            else if (exchange.AttemptCount > 1)
                _latestAttempts.Remove(CallKey.Of(exchange));
        }
    }

    /// <summary>Returns the exchanges that changed after a number of changes, oldest first, and of many only the newest.</summary>
    /// <returns>The exchanges, how many were left out, and the number of changes so far.</returns>
    public (IReadOnlyList<Exchange> Exchanges, int SkippedCount, long Changes) ChangedAfter(long change, int count)
    {
        lock (_lock)
        {
            if (change == _changes)
                return ([], 0, change);
            var changed = _exchanges.Where(exchange => exchange.Change > change).ToList();
            var skipped = Math.Max(0, changed.Count - count);
            return (changed.GetRange(skipped, changed.Count - skipped), skipped, _changes);
        }
    }

    public Exchange? Find(long number)
    {
        lock (_lock)
            return _exchanges.FirstOrDefault(exchange => exchange.Number == number);
    }

    public void Clear()
    {
        lock (_lock)
        {
            _exchanges.Clear();
            _latestAttempts.Clear();
        }
    }

    private void Forget(Exchange exchange)
    {
        var key = CallKey.Of(exchange);
        if (_latestAttempts.TryGetValue(key, out var latest) && latest == exchange)
            _latestAttempts.Remove(key);
    }

    /// <summary>What the attempts of a call have in common.</summary>
    private readonly record struct CallKey(string Method, string Path, string Query, string Content)
    {
        public static CallKey Of(Exchange exchange) => new(
            exchange.Request.Method, exchange.Request.Path, exchange.Request.Query, exchange.IdempotencyKey ?? exchange.Request.Body);
    }
}
