using System.Globalization;
using System.Text;
using InboxSdk.V2;
using Microsoft.Win32.SafeHandles;

namespace InboxSdk.Events;

/// <summary>A file of two lines: what it is, and the sequence number. A complete new file replaces it at each write.</summary>
internal sealed class FileEventCheckpoint : IEventCheckpoint
{
    private const string Kind = "InboxSdk event checkpoint ";
    private const string Version = "1";

    // Room for a longer first line of a later version.
    private const int MaxLength = 1024;

    private readonly SafeFileHandle _lock;
    private readonly string _path;
    private readonly string _target;
    private readonly bool _flushToDisk;

    private FileEventCheckpoint(SafeFileHandle fileLock, string path, string target, bool flushToDisk)
    {
        _lock = fileLock;
        _path = path;
        _target = target;
        _flushToDisk = flushToDisk;
    }

    public static FileEventCheckpoint Open(string path, bool flushToDisk)
    {
        try
        {
            // A replaced link would leave its target behind.
            var target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
            // Not the file itself, which is replaced. The lock ends with the process, so an existing file locks nothing.
            return new(File.OpenHandle($"{target}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), path, target, flushToDisk);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new EventCheckpointException(
                $"The checkpoint {path} cannot be opened: {exception.Message} Check that its folder exists and is writable, and that no other process uses the file.", exception);
        }
    }

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

    public ValueTask DisposeAsync()
    {
        _lock.Dispose();
        return ValueTask.CompletedTask;
    }

    private long? Read()
    {
        SafeFileHandle file;
        try
        {
            file = File.OpenHandle(_target);
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

    private void Write(long seq)
    {
        var partial = $"{_target}.partial";
        using (var file = File.OpenHandle(partial, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Kind}{Version}\n{seq}\n")), 0);
            if (!OperatingSystem.IsWindows() && File.Exists(_target))
                File.SetUnixFileMode(file, File.GetUnixFileMode(_target));
            if (_flushToDisk)
                RandomAccess.FlushToDisk(file);
        }

        File.Move(partial, _target, overwrite: true);
    }
}
