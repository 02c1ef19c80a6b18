using InboxSdk.Bulk;

namespace InboxSdk;

/// <summary>Keeps the notes of a bulk run in a file, which survives the end of the process at any moment.</summary>
/// <remarks>
/// <para>The file is text, grows by some 110 bytes a change, and holds no personal data: indexes, digests and outcomes. Delete it once the run is complete.</para>
/// <para>Only one run at a time can have it open.</para>
/// </remarks>
public sealed class FileBulkCheckpoint : IBulkCheckpoint
{
    /// <summary>Creates the checkpoint. The file is created, or opened, when a run begins.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    public FileBulkCheckpoint(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>Gets the full path of the file.</summary>
    public string Path { get; }

    /// <summary>Gets whether each record is also flushed to the disk, which saves it from a power failure too and costs milliseconds each.
    /// <see langword="false"/> by default: the operating system has the record, so the end of the process does not harm it.</summary>
    public bool FlushToDisk { get; init; }

    /// <inheritdoc/>
    public Task<IBulkCheckpointLog> OpenAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IBulkCheckpointLog>(FileCheckpointLog.Open(Path, FlushToDisk));
    }
}
