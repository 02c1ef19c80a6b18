using InboxSdk.Events;

namespace InboxSdk.V2;

/// <summary>Stores the position of an <see cref="InboxEventProcessor"/> in a file, which remains valid if the process ends at any time.</summary>
/// <remarks>
/// <para>The file contains a sequence number only. The first write of a process replaces it, with its permissions and through symbolic links; later ones overwrite the number. Beside
/// it is a file with the extension <c>.lock</c>, which a running processor has open: a second one on the same file fails to start.</para>
/// <para>Store the file on a disk that outlives the container or machine. Do not use a network share that does not support locks.</para>
/// </remarks>
public sealed class FileEventCheckpointStore : IEventCheckpointStore
{
    /// <summary>Initializes a store. The file is created with the first event.</summary>
    /// <param name="path">The path of the file; its directory must exist.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    public FileEventCheckpointStore(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>Gets the full path of the file.</summary>
    public string Path { get; }

    /// <summary>Gets whether each write is flushed to disk, which preserves it in a power failure but costs milliseconds each. The default is <see langword="false"/>: writes
    /// are passed to the operating system, so that they survive the end of the process.</summary>
    public bool FlushToDisk { get; init; }

    /// <inheritdoc/>
    public Task<IEventCheckpoint?> OpenAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult<IEventCheckpoint?>(FileEventCheckpoint.Open(Path, FlushToDisk));
        }
        catch (EventCheckpointException exception)
        {
            return Task.FromException<IEventCheckpoint?>(exception);
        }
    }

    /// <inheritdoc/>
    public Task ForwardWakeAsync(long? seq, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
