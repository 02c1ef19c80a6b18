namespace InboxSdk.Exports;

/// <summary>Writes the file of an export: to a partial file that replaces the target, or in place if that is not possible.</summary>
internal static class ExportFile
{
    // The error numbers of Linux and macOS, which IOException.HResult contains there.
    private const int Busy = 16;
    private const int ReadOnlyFileSystem = 30;

    private const string OfAProcess = "/proc/";

    // The limit of Linux.
    private const int MaxLinks = 40;

    public static async Task<ExportResult> WriteAsync(string path, Func<Stream, Task<ExportResult>> writeAsync, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var target = OperatingSystem.IsWindows()
            ? ResolveOnWindows(path)
            : FollowLinks(Path.GetFullPath(path));
        var existing = OperatingSystem.IsWindows() ? null : await OpenExistingAsync(target, cancellationToken).ConfigureAwait(false);
        if (existing is not null)
        {
            await using (existing.ConfigureAwait(false))
            {
                if (!IsReplaceable(existing))
                    return await writeAsync(existing).ConfigureAwait(false);
            }
        }

        var partial = Path.Join(Path.GetDirectoryName(target), $"inbox-export-{Path.GetRandomFileName()}.partial");
        FileStream stream;
        UnixFileMode? modeOfNewFiles;
        try
        {
            modeOfNewFiles = OperatingSystem.IsWindows() ? null : ModeOfNewFiles(partial);
            stream = CreatePartial(partial);
        }
        catch (Exception exception) when (existing is not null && exception is UnauthorizedAccessException or IOException { HResult: ReadOnlyFileSystem })
        {
            // The file is writable, but its directory is not.
            var inPlace = Truncate(target);
            await using (inPlace.ConfigureAwait(false))
                return await writeAsync(inPlace).ConfigureAwait(false);
        }

        try
        {
            ExportResult result;
            await using (stream.ConfigureAwait(false))
                result = await writeAsync(stream).ConfigureAwait(false);
            if (!OperatingSystem.IsWindows())
                SetMode(partial, File.Exists(target) ? File.GetUnixFileMode(target) : modeOfNewFiles!.Value);
            await MoveAsync(partial, target).ConfigureAwait(false);
            return result;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    // File.ResolveLinkTarget fails for a file that does not exist.
    private static string ResolveOnWindows(string path) =>
        new FileInfo(path).LinkTarget is null ? Path.GetFullPath(path) : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    // File.ResolveLinkTarget resolves a relative link in a linked directory against the name of the directory, the system against its target.
    private static string FollowLinks(string path, int count = 0)
    {
        if (Path.GetDirectoryName(path) is not { } folder)
            return path;
        folder = FollowLinks(folder, count);
        path = Path.Join(folder, Path.GetFileName(path));
        // Below it, only the system can resolve a link.
        if (folder.StartsWith(OfAProcess, StringComparison.Ordinal) || new FileInfo(path).LinkTarget is not { } linked)
            return path;
        if (count == MaxLinks)
            throw new IOException($"Too many symbolic links, or a cycle of links: '{path}'.");
        return FollowLinks(Path.GetFullPath(linked, folder), count + 1);
    }

    // A file that a process has open, such as its standard output, which /dev/stdout links to.
    private static bool IsOpenFile(string path) => path.StartsWith(OfAProcess, StringComparison.Ordinal) && path.AsSpan(0, path.LastIndexOf('/')).EndsWith("/fd", StringComparison.Ordinal);

    private static async Task<FileStream?> OpenExistingAsync(string target, CancellationToken cancellationToken)
    {
        try
        {
            // Opening a named pipe waits for its reader and cannot be cancelled: the thread is abandoned.
            var options = new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Write,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.Asynchronous,
                BufferSize = 0,
            };
            return await Task.Run(() => new FileStream(target, options), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    // Only a regular file has a length or can be truncated.
    private static bool IsReplaceable(FileStream file)
    {
        if (!file.CanSeek)
            return false;
        if (IsOpenFile(file.Name))
        {
            // After whatever this process, or another one, has written to the file.
            file.Seek(0, SeekOrigin.End);
            return false;
        }

        try
        {
            if (file.Length == 0)
                file.SetLength(0);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static FileStream Truncate(string target) => new(target, FileMode.Truncate, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);

    private static FileStream CreatePartial(string partial)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(partial, options);
    }

    // .NET exposes neither the umask of the process nor the default access list of a directory; a new file reveals both.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static UnixFileMode ModeOfNewFiles(string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        return File.GetUnixFileMode(file.SafeFileHandle);
    }

    // On a file system without modes, the mode need not be changed.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void SetMode(string path, UnixFileMode mode)
    {
        mode &= (UnixFileMode)0b111_111_111;
        if (File.GetUnixFileMode(path) != mode)
            File.SetUnixFileMode(path, mode);
    }

    private static async Task MoveAsync(string partial, string target)
    {
        try
        {
            File.Move(partial, target, overwrite: true);
        }
        catch (IOException exception) when (exception.HResult == Busy)
        {
            // A mounted file cannot be replaced.
            var source = File.OpenRead(partial);
            await using (source.ConfigureAwait(false))
            {
                var inPlace = Truncate(target);
                await using (inPlace.ConfigureAwait(false))
                    await source.CopyToAsync(inPlace).ConfigureAwait(false);
            }

            File.Delete(partial);
        }
    }
}
