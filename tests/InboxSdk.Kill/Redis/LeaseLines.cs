using Microsoft.Extensions.Logging;

namespace InboxSdk.Kill.Redis;

/// <summary>Writes a line for each log message, so that the parent process knows when a lease is acquired. A process that loses its lease, because the machine was too busy to renew it,
/// ends at once.</summary>
internal sealed class LeaseLines(TextWriter output) : ILogger
{
    public const int LostExitCode = 3;

    /// <summary>Gets whether there was a line: the server has responded.</summary>
    public bool HasWritten { get; private set; }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        HasWritten = true;
        output.WriteLine($"log {eventId.Name}");
        if (eventId.Name == "LeaseLost")
            Environment.Exit(LostExitCode);
    }
}
