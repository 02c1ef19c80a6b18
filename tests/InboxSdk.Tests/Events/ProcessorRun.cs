using System.Threading.Channels;
using InboxSdk.Tests.Diagnostics;
using InboxSdk.Tests.Support;
using InboxSdk.V2;

namespace InboxSdk.Tests.Events;

/// <summary>Runs a processor on a virtual clock.</summary>
internal sealed class ProcessorRun : IAsyncDisposable
{
    private readonly Channel<long> _handled = Channel.CreateUnbounded<long>();
    private readonly InboxEventProcessor _processor;

    public ProcessorRun(EventLog log, IEventCheckpointStore store, Action<EventProcessorOptions>? configure = null, Func<InboxEvent, CancellationToken, Task>? handler = null)
    {
        var options = new EventProcessorOptions { Checkpoint = store, TimeProvider = Clock, Logger = Logs.CreateLogger("InboxSdk") };
        configure?.Invoke(options);
        _processor = new(
            log,
            async (item, token) =>
            {
                if (handler is not null)
                    await handler(item, token);
                await _handled.Writer.WriteAsync(item.Seq, CancellationToken.None);
            },
            options);
        Running = _processor.RunAsync(Cancellation.Token);
    }

    public TestClock Clock { get; } = new();

    public CancellationTokenSource Cancellation { get; } = new();

    public Task Running { get; }

    public InboxEventProcessor Processor => _processor;

    public LogRecorder Logs { get; } = new();

    public IEnumerable<string?> Logged => Logs.Own.Select(entry => entry.Event.Name);

    public async Task<IReadOnlyList<long>> HandledAsync(int count)
    {
        var handled = new List<long>();
        while (handled.Count < count)
            handled.Add(await _handled.Reader.ReadAsync(TestTimeout.Token()));
        return handled;
    }

    public IReadOnlyList<long> Handled()
    {
        var handled = new List<long>();
        while (_handled.Reader.TryRead(out var seq))
            handled.Add(seq);
        return handled;
    }

    /// <summary>Lets the next delay pass.</summary>
    public async Task<TimeSpan> PassAsync()
    {
        var wait = await Clock.NextWaitAsync();
        Clock.Advance(wait);
        return wait;
    }

    public async ValueTask DisposeAsync()
    {
        await Cancellation.CancelAsync();
        await Record.ExceptionAsync(() => Running);
        _processor.Dispose();
        Cancellation.Dispose();
    }
}
