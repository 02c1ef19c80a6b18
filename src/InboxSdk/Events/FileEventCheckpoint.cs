using System.Globalization;
using System.Text;
using InboxSdk.V2;
using Microsoft.Win32.SafeHandles;

namespace InboxSdk.Events;

/// <summary>A file of two lines: what it is, and the sequence number. The first write of a process replaces the file, and the following ones overwrite the number.</summary>
internal sealed class FileEventCheckpoint : IEventCheckpoint
{
    private const string Kind = "InboxSdk event checkpoint ";
    private const string Version = "1";

    // Room for a longer first line of a later version.
    private const int MaxLength = 1024;

    private readonly LockedFile _file;
    private readonly string _path;
    private readonly bool _flushToDisk;

    private FileEventCheckpoint(LockedFile file, string path, bool flushToDisk) => (_file, _path, _flushToDisk) = (file, path, flushToDisk);

    // The file is locked until it is closed.
    public CancellationToken Lost => CancellationToken.None;

    public static FileEventCheckpoint Open(string path, bool flushToDisk) => new(LockedFile.Open(path, "checkpoint"), path, flushToDisk);

    public Task<long?> ReadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult(Read());
        }
        catch (EventCheckpointException exception)
        {
            return Task.FromException<long?>(exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Task.FromException<long?>(new EventCheckpointException($"The checkpoint {_path} cannot be read: {exception.Message}", exception));
        }
    }

    public Task WriteAsync(long seq, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            Write(seq);
            return Task.CompletedTask;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Task.FromException(new EventCheckpointException($"The checkpoint {_path} cannot be written: {exception.Message} Check that there is free space.", exception));
        }
    }

    // No other process has the file open.
    public Task<long?> WaitForWakeAsync(CancellationToken cancellationToken = default) => new TaskCompletionSource<long?>().Task.WaitAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    private long? Read()
    {
        SafeFileHandle file;
        try
        {
            file = File.OpenHandle(_file.Target);
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        using (file)
        {
            Span<byte> bytes = stackalloc byte[MaxLength];
            var lines = Encoding.Latin1.GetString(bytes[..RandomAccess.Read(file, bytes, 0)]).Split('\n');
            if (!lines[0].StartsWith(Kind, StringComparison.Ordinal))
            {
                throw new EventCheckpointException(
                    $"{_path} is not an event checkpoint, or is damaged. It was not changed. Specify another file, or delete it to start with the oldest retained event.");
            }

            if (lines[0] != Kind + Version)
                throw new EventCheckpointException($"The checkpoint {_path} was written by a newer version of InboxSdk. It was not changed; use that version.");
            return lines is [_, var number, ""] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
                ? seq
                : throw new EventCheckpointException($"The checkpoint {_path} is damaged. Delete it to start with the oldest retained event, or write the sequence number to its second line.");
        }
    }

    private void Write(long seq) =>
        // The number only increases, so the content never becomes shorter.
        _file.Overwrite(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Kind}{Version}\n{seq}\n")), _flushToDisk);
}
