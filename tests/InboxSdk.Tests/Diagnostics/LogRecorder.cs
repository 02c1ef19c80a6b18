using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Tests.Diagnostics;

/// <summary>Records all log messages of any level, with everything that a sink receives: the text, its values, the exception, and the scopes.</summary>
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<Entry> _entries = [];
    private readonly ConcurrentQueue<string> _scopes = [];

    public IReadOnlyList<Entry> Entries => [.. _entries];

    /// <summary>Gets the messages that the SDK logged.</summary>
    public IReadOnlyList<Entry> Own => [.. _entries.Where(entry => entry.Category == "InboxSdk")];

    public IReadOnlyList<string> Scopes => [.. _scopes];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private static string Text(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? $"{state} {string.Join(' ', values)}" : $"{state}";

    internal sealed record Entry(string Category, LogLevel Level, EventId Event, string Text);

    private sealed class Logger(LogRecorder recorder, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            recorder._scopes.Enqueue(Text(state));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            recorder._entries.Enqueue(new(category, logLevel, eventId, $"{formatter(state, exception)} {Text(state)} {exception}"));
    }
}
