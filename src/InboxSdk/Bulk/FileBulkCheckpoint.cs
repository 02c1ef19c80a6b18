using InboxSdk.Bulk;

namespace InboxSdk;

/// <summary>Stores a checkpoint in a file, which remains valid if the process ends at any time.</summary>
/// <remarks>
/// <para>The file is text, grows by about 110 bytes per change, and contains no personal data: indexes, digests and outcomes. Delete it once the run is complete.</para>
/// <para>Only one run at a time can open it.</para>
/// </remarks>
public sealed class FileBulkCheckpoint : IBulkCheckpoint
{
    /// <summary>Initializes a checkpoint. The file is created or opened when a run starts.</summary>
    /// <param name="path">The path of the file; its directory must exist.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    public FileBulkCheckpoint(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>Gets the full path of the file.</summary>
    public string Path { get; }

    /// <summary>Gets whether each record is flushed to disk, which preserves it in a power failure but costs milliseconds each.
    /// The default is <see langword="false"/>: records are passed to the operating system, so that they survive the end of the process.</summary>
    public bool FlushToDisk { get; init; }

    /// <inheritdoc/>
    public Task<IBulkCheckpointLog> OpenAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IBulkCheckpointLog>(FileCheckpointLog.Open(Path, FlushToDisk));
    }
}
