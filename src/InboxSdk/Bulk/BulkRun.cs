using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using InboxSdk.Diagnostics;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Bulk;

/// <summary>A run over an input: read → order by prospect → send → return. It holds a fixed number of changes, so that each stage waits for the next.</summary>
internal sealed class BulkRun : IAsyncDisposable
{
    private readonly ContextCaller _caller;
    private readonly BulkUpdateOptions _options;
    private readonly BulkTally _tally;
    private readonly ILogger _logger;
    private readonly ProspectQueues _queues = new();

    // The number of changes that can be read before the next result is consumed. The channels have the same capacity, so that writing never waits.
    private readonly SemaphoreSlim _room;
    private readonly Channel<BulkItem> _ready;
    private readonly Channel<BulkUpdateResult> _results;

    // A run ends in two stages: nothing more is read or sent; then, after the drain timeout, calls in flight are cancelled.
    private readonly CancellationTokenSource _stop = new();
    // The second one is not disposed: a timer of the application's clock can fire after its disposal. Without a timer of its own, it holds nothing.
    [SuppressMessage("Usage", "CA2213", Justification = "See above.")]
    private readonly CancellationTokenSource _cancelInFlight = new();
    private readonly object _lock = new();
    private CancellationToken _runToken;
    private CancellationToken _enumeratorToken;
    private ITimer? _drain;
    private bool _hasEnded;
    private Exception? _fault;

    public BulkRun(IProspectsClient prospects, BulkUpdateOptions options, BulkTally tally)
    {
        _caller = new(prospects);
        _options = options;
        _tally = tally;
        _logger = options.LoggerFor(prospects);
        var room = 4 * options.MaxConcurrency;
        _room = new(room);
        _ready = Channel.CreateBounded<BulkItem>(new BoundedChannelOptions(room) { SingleWriter = true });
        _results = Channel.CreateBounded<BulkUpdateResult>(new BoundedChannelOptions(room) { SingleReader = true });
    }

    public BulkStopReason StoppedBy { get; private set; }

    /// <summary>Whether the input was read to its end.</summary>
    public bool HasReadAll { get; private set; }

    /// <summary>The exception that stopped the run, if a response did.</summary>
    public Exception? StopCause { get; private set; }

    /// <summary>Runs. The enumeration completes when every change that was read has its result; leaving it early stops the run and waits for calls in flight.</summary>
    public async IAsyncEnumerable<BulkUpdateResult> RunAsync(
        IAsyncEnumerable<ProspectContextChange> changes, CancellationToken runToken, [EnumeratorCancellation] CancellationToken enumeratorToken)
    {
        (_runToken, _enumeratorToken) = (runToken, enumeratorToken);
        using var run = runToken.UnsafeRegister(static run => ((BulkRun)run!).Stop(BulkStopReason.Canceled), this);
        using var enumerator = enumeratorToken.UnsafeRegister(static run => ((BulkRun)run!).Stop(BulkStopReason.Canceled), this);
        if (await OpenJournalAsync().ConfigureAwait(false) is not { } journal)
            yield break;
        using var loss = journal.Lost.UnsafeRegister(static run => ((BulkRun)run!).Lose(), this);
        // Off the reader's thread and context: an input that blocks does not block the reader, and the priority of the calls stays within the task.
        var work = Task.Run(() => WorkAsync(changes, journal), CancellationToken.None);
        try
        {
            await foreach (var result in _results.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                _room.Release();
                _tally.Add(result);
                yield return result;
            }
        }
        finally
        {
            // The reader may have left before the end; after the end, this has no effect.
            Stop(BulkStopReason.Canceled);
            await work.ConfigureAwait(false);
            await journal.CloseAsync(_logger).ConfigureAwait(false);
            _tally.ReportLast();
        }

        if (_fault is not null)
            ExceptionDispatchInfo.Throw(_fault);
    }

    public async ValueTask DisposeAsync()
    {
        if (_drain is not null)
            await _drain.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
        _room.Dispose();
    }

    private async Task<RunJournal?> OpenJournalAsync()
    {
        try
        {
            return await RunJournal.OpenAsync(_options.Checkpoint, _stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task WorkAsync(IAsyncEnumerable<ProspectContextChange> changes, RunJournal journal)
    {
        var senders = new Task[_options.MaxConcurrency];
        for (var i = 0; i < senders.Length; i++)
            senders[i] = Task.Run(() => SendAllAsync(journal));

        await ReadAllAsync(changes, journal).ConfigureAwait(false);
        _ready.Writer.Complete();
        await Task.WhenAll(senders).ConfigureAwait(false);
        lock (_lock)
            _hasEnded = true;
        _results.Writer.Complete();
    }

    private async Task ReadAllAsync(IAsyncEnumerable<ProspectContextChange> changes, RunJournal journal)
    {
        try
        {
            var reader = new InputReader(changes, journal, _options, _stop.Token);
            await using (reader.ConfigureAwait(false))
            {
                while (true)
                {
                    await _room.WaitAsync(_stop.Token).ConfigureAwait(false);
                    if (await reader.ReadAsync().ConfigureAwait(false) is not { } item)
                    {
                        HasReadAll = true;
                        return;
                    }

                    if (item.SettledResult() is { } settled)
                        Report(settled);
                    else if (_queues.Enter(item))
                        _ready.Writer.TryWrite(item);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested || _runToken.IsCancellationRequested || _enumeratorToken.IsCancellationRequested)
        {
            // The caller's token can cancel the input before the run.
            Stop(BulkStopReason.Canceled);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    private async Task SendAllAsync(RunJournal journal)
    {
        // The scope ends with this task, in which no code of the caller runs except the client.
        using var scope = RateLimitScope.Begin(RateLimitPriority.Bulk, _tally.Waits);
        await foreach (var first in _ready.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            for (var item = first; item is not null; item = _queues.Leave(item))
            {
                try
                {
                    Report(_stop.IsCancellationRequested ? NotSent(item) : await SendAsync(item, journal).ConfigureAwait(false));
                }
                catch (Exception exception)
                {
                    // The checkpoint failed before the change was sent: without it nothing more can be sent.
                    Fail(exception);
                    Report(NotSent(item));
                }
            }
        }
    }

    private async Task<BulkUpdateResult> SendAsync(BulkItem item, RunJournal journal)
    {
        if (item.OutstandingUpdate() is not { } update)
        {
            await journal.DoneAsync(item.Index, BulkUpdateOutcome.Succeeded).ConfigureAwait(false);
            return item.ToResult(BulkUpdateOutcome.Succeeded) with { IsUnchanged = true };
        }

        await journal.SendingAsync(item.Index).ConfigureAwait(false);
        var started = _options.TimeProvider.GetTimestamp();
        var result = await _caller.CallAsync(item, update, _cancelInFlight.Token).ConfigureAwait(false);
        result = result with { Elapsed = _options.TimeProvider.GetElapsedTime(started) };
        try
        {
            await journal.DoneAsync(item.Index, result.Outcome).ConfigureAwait(false);
            return result;
        }
        catch (Exception exception)
        {
            Fail(exception);
            // A later run may send the change again, which a success rules out.
            return result.IsSuccess ? result with { Outcome = BulkUpdateOutcome.Indeterminate, Error = exception.Message, Exception = exception } : result;
        }
    }

    private static BulkUpdateResult NotSent(BulkItem item) => item.ToResult(BulkUpdateOutcome.NotAttempted, "The run stopped before this change was sent.");

    private void Report(BulkUpdateResult result)
    {
        if (result.Exception is InboxAuthenticationException or InboxPlanException or InboxApiRetiredException)
            Stop(BulkStopReason.NotAuthorized, result.Exception);
        else if (result.Exception is InboxTransportException { Reason: InboxTransportReason.ClientDisposed })
            Stop(BulkStopReason.ClientDisposed, result.Exception);
        else if (_options.StopOnFailure && result.Outcome is BulkUpdateOutcome.Failed or BulkUpdateOutcome.Indeterminate)
            Stop(BulkStopReason.Failure, result.Exception);
        _results.Writer.TryWrite(result);
    }

    private void Fail(Exception exception)
    {
        lock (_lock)
            _fault ??= exception;
        Stop(BulkStopReason.Failure);
    }

    // Another run may send the same changes soon: those in flight are cancelled, however the run stops.
    private void Lose()
    {
        lock (_lock)
        {
            if (_hasEnded)
                return;
        }

        Fail(new InboxLeaseLostException(
            "The lease of the checkpoint was lost: it could not be renewed in time, or another run has acquired it. Run the same input again: the run waits for the lease, and sends what is then left."));
        _cancelInFlight.Cancel();
    }

    private void Stop(BulkStopReason reason, Exception? cause = null)
    {
        lock (_lock)
        {
            if (_hasEnded || StoppedBy != BulkStopReason.None)
                return;
            StoppedBy = reason;
            StopCause = cause;
        }

        _stop.Cancel();
        if (_options.DrainTimeout == TimeSpan.Zero)
            _cancelInFlight.Cancel();
        else
            _drain = _options.TimeProvider.CreateTimer(static run => ((BulkRun)run!)._cancelInFlight.Cancel(), this, _options.DrainTimeout, Timeout.InfiniteTimeSpan);
    }
}
