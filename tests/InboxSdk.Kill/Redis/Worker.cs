using System.Diagnostics;
using System.Threading.Channels;

namespace InboxSdk.Kill.Redis;

/// <summary>A process that waits for a lease and then works. Its lines are read as they are written.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource<long> _acquired = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;

    public Worker(IEnumerable<string> arguments)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Worker).Assembly.Location, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>Gets the task that completes when the worker has the lease, with the time.</summary>
    public Task<long> Acquired => _acquired.Task;

    /// <summary>Gets the task that completes when the worker waits for the lease or has it.</summary>
    public Task Started => Task.WhenAny(_waiting.Task, _acquired.Task);

    public int ExitCode => _process.ExitCode;

    /// <summary>Gets the lines about the work.</summary>
    public ChannelReader<string> Lines => _lines.Reader;

    public void Kill() => _process.Kill();

    /// <summary>Lets the worker end after what it is doing.</summary>
    public void Stop() => _process.StandardInput.Close();

    public async Task EndedAsync()
    {
        await _reading;
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await EndedAsync();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            switch (line)
            {
                case "log LeaseAcquired":
                    _acquired.TrySetResult(Stopwatch.GetTimestamp());
                    break;
                case "log LeaseWaiting":
                    _waiting.TrySetResult();
                    break;
                case not null when !line.StartsWith("log ", StringComparison.Ordinal):
                    _lines.Writer.TryWrite(line);
                    break;
            }
        }

        _acquired.TrySetException(new InvalidOperationException("The process ended before it had the lease."));
        _waiting.TrySetResult();
        _lines.Writer.Complete();
    }
}
