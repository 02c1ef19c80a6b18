using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Redis.Tests.Support;

/// <summary>Represents a log whose messages a test waits for.</summary>
internal sealed class TestLog : ILogger
{
    private readonly Channel<(string Event, LogLevel Level, string Text)> _messages = Channel.CreateUnbounded<(string, LogLevel, string)>();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _messages.Writer.TryWrite((eventId.Name!, logLevel, formatter(state, exception)));

    /// <summary>Returns the next message, after it is logged.</summary>
    public async Task<(string Event, LogLevel Level, string Text)> NextAsync() => await _messages.Reader.ReadAsync(TestTimeout.Token());

    /// <summary>Gets the messages that have not been returned.</summary>
    public IReadOnlyList<(string Event, LogLevel Level, string Text)> Rest
    {
        get
        {
            var rest = new List<(string, LogLevel, string)>();
            while (_messages.Reader.TryRead(out var message))
                rest.Add(message);
            return rest;
        }
    }
}
