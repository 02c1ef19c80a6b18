using Microsoft.Win32.SafeHandles;

namespace InboxSdk.Events;

/// <summary>A file that one process uses at a time. It is replaced with its permissions and through symbolic links, or overwritten in place.</summary>
internal sealed class LockedFile : IDisposable
{
    private readonly SafeFileHandle _lock;
    private SafeFileHandle? _written;

    private LockedFile(SafeFileHandle fileLock, string target) => (_lock, Target) = (fileLock, target);

    /// <summary>Gets the path of the file itself.</summary>
    public string Target { get; }

    /// <summary>Locks a file, which need not exist.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="kind">What it is, for the message.</param>
    /// <exception cref="V2.EventCheckpointException">The file cannot be locked, or another process uses it.</exception>
    public static LockedFile Open(string path, string kind)
    {
        try
        {
            // A replaced link would leave its target behind.
            var target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
            // Not the file itself, which is replaced. The lock ends with the process, so an existing file locks nothing.
            return new(File.OpenHandle($"{target}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new V2.EventCheckpointException(
                $"The {kind} {path} cannot be opened: {exception.Message} Check that its folder exists and is writable, and that no other process uses the file.", exception);
        }
    }

    /// <summary>Replaces the file.</summary>
    public void Replace(ReadOnlySpan<byte> content, bool flushToDisk)
    {
        var partial = $"{Target}.partial";
        using (var file = File.OpenHandle(partial, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, content, 0);
            if (!OperatingSystem.IsWindows() && File.Exists(Target))
                File.SetUnixFileMode(file, File.GetUnixFileMode(Target));
            if (flushToDisk)
                RandomAccess.FlushToDisk(file);
        }

        File.Move(partial, Target, overwrite: true);
    }

    /// <summary>Overwrites the beginning of the file. One write of a few bytes is complete or did not happen when the process is killed, and costs a hundredth of a replacement.</summary>
    /// <param name="content">The content, at least as long as that before.</param>
    /// <param name="flushToDisk">Whether to wait for the disk.</param>
    public void Overwrite(ReadOnlySpan<byte> content, bool flushToDisk)
    {
        // A file that was deleted is written again instead of its remains.
        if (_written is null || !File.Exists(Target))
        {
            Replace(content, flushToDisk);
            _written?.Dispose();
            _written = File.OpenHandle(Target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            return;
        }

        RandomAccess.Write(_written, content, 0);
        if (flushToDisk)
            RandomAccess.FlushToDisk(_written);
    }

    public void Dispose()
    {
        _written?.Dispose();
        _lock.Dispose();
    }
}
