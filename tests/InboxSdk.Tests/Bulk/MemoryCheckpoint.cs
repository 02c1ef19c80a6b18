using System.Runtime.CompilerServices;

namespace InboxSdk.Tests.Bulk;

/// <summary>Represents the simplest custom checkpoint.</summary>
internal sealed class MemoryCheckpoint(Action<string>? appending = null) : IBulkCheckpoint
{
    private readonly List<string> _records = [];

    public IReadOnlyList<string> Records
    {
        get
        {
            lock (_records)
                return [.. _records];
        }
    }

    public int TimesClosed { get; private set; }

    public Task<IBulkCheckpointLog> OpenAsync(CancellationToken cancellationToken = default) => Task.FromResult<IBulkCheckpointLog>(new Log(this));

    public void Add(string record)
    {
        appending?.Invoke(record);
        lock (_records)
            _records.Add(record);
    }

    private sealed class Log(MemoryCheckpoint checkpoint) : IBulkCheckpointLog
    {
        public CancellationToken Lost => CancellationToken.None;

        public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var record in checkpoint.Records)
            {
                await Task.Yield();
                yield return record;
            }
        }

        public Task AppendAsync(string record, CancellationToken cancellationToken = default)
        {
            checkpoint.Add(record);
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            checkpoint.TimesClosed++;
            return default;
        }
    }
}
