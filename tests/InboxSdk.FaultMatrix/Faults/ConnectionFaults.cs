using InboxSdk.FaultMatrix.Server;

namespace InboxSdk.FaultMatrix.Faults;

/// <summary>Contains connections that fail, or break before a response begins.</summary>
internal static class ConnectionFaults
{
    private const string Kind = "Broken connections";

    private static readonly Signal NotSent = new Signal.Broken(IsSent: false);
    private static readonly Signal Broken = new Signal.Broken();

    public static IReadOnlyList<Fault> All { get; } =
    [
        new(Kind, "refused", NotSent, null) { RefusesConnections = true, Meets = operation => !operation.HasSeveralRequests },
        new(Kind, "closed before the request", Broken, null) { ClosesConnections = true, Meets = operation => !operation.HasSeveralRequests },
        .. Each("reset", Reset),
        .. Each("closed (FIN)", Close),
        .. Each("half-closed", HalfCloseAsync),
        .. Each("reset in the headers", exchange => InHeadersAsync(exchange, Reset)),
        .. Each("closed in the headers", exchange => InHeadersAsync(exchange, Close)),
    ];

    // Applied or not, on a new or a reused connection.
    private static IEnumerable<Fault> Each(string name, Func<Exchange, Task> end)
    {
        yield return new(Kind, $"{name}, not applied", Broken, end);
        yield return new(Kind, $"{name}, applied", Broken, exchange => AppliedAsync(exchange, end)) { Meets = operation => !operation.IsRead };
        yield return new(Kind, $"{name}, not applied, kept connection", Broken, end) { OnKeptConnection = true };
        yield return new(Kind, $"{name}, applied, kept connection", Broken, exchange => AppliedAsync(exchange, end)) { OnKeptConnection = true, Meets = operation => !operation.IsRead };
    }

    private static async Task AppliedAsync(Exchange exchange, Func<Exchange, Task> end)
    {
        await exchange.ApplyAsync();
        await end(exchange);
    }

    private static Task Reset(Exchange exchange)
    {
        exchange.Reset();
        return Task.CompletedTask;
    }

    private static Task Close(Exchange exchange)
    {
        exchange.Close();
        return Task.CompletedTask;
    }

    // The client must detect it, because nothing else ends the connection.
    private static async Task HalfCloseAsync(Exchange exchange)
    {
        exchange.HalfClose();
        await exchange.ClosedByClientAsync();
    }

    private static async Task InHeadersAsync(Exchange exchange, Func<Exchange, Task> end)
    {
        await exchange.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/js");
        await end(exchange);
    }
}
