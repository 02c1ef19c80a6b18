using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace InboxSdk.Bulk;

/// <summary>A file of lines that only grows. A line counts once its end is there: what stands behind the last end was cut off by the end of a process.</summary>
internal sealed class FileCheckpointLog : IBulkCheckpointLog
{
    private const int ChunkSize = 64 * 1024;

    private readonly object _gate = new();
    private readonly SafeFileHandle _file;
    private readonly string _path;
    private readonly bool _flushToDisk;
    private long _length;
    private bool _hasRemains;

    private FileCheckpointLog(SafeFileHandle file, string path, bool flushToDisk)
    {
        _file = file;
        _path = path;
        _flushToDisk = flushToDisk;
    }

    public static FileCheckpointLog Open(string path, bool flushToDisk)
    {
        SafeFileHandle? file = null;
        try
        {
            // One handle reads and appends, so that nobody else need be let in: two runs on one file would spoil it.
            file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var log = new FileCheckpointLog(file, path, flushToDisk);
            log.CutTornLine();
            return log;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            file?.Dispose();
            throw new BulkCheckpointException(
                $"The checkpoint {path} cannot be opened: {exception.Message} Is its folder there, is it a regular file, and is no other run using it?", exception);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    public async IAsyncEnumerable<string> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var end = Interlocked.Read(ref _length);
        var buffer = new byte[ChunkSize];
        var kept = 0;
        for (long offset = 0; offset < end;)
        {
            var space = buffer.AsMemory(kept, (int)Math.Min(buffer.Length - kept, end - offset));
            var read = await RandomAccess.ReadAsync(_file, space, offset, cancellationToken).ConfigureAwait(false);
            // At the end too early, or no room is left for more of a line.
            if (read == 0)
                throw new BulkCheckpointException($"{_path} is damaged near byte {offset}. {CheckpointRecord.WhatToDo}");
            offset += read;
            kept += read;

            var start = 0;
            for (int length; (length = buffer.AsSpan(start, kept - start).IndexOf((byte)'\n')) >= 0; start += length + 1)
                yield return Encoding.Latin1.GetString(buffer, start, length);
            kept -= start;
            buffer.AsSpan(start, kept).CopyTo(buffer);
        }
    }

    public Task AppendAsync(string record, CancellationToken cancellationToken = default)
    {
        var line = Encoding.Latin1.GetBytes(record + "\n");
        try
        {
            lock (_gate)
            {
                // At a known place, and rid of what a write that failed may have left there: it may have been longer.
                if (_hasRemains)
                    RandomAccess.SetLength(_file, _length);
                _hasRemains = true;
                RandomAccess.Write(_file, line, _length);
                if (_flushToDisk)
                    RandomAccess.FlushToDisk(_file);
                _hasRemains = false;
                Interlocked.Add(ref _length, line.Length);
            }

            return Task.CompletedTask;
        }
        catch (IOException exception)
        {
            return Task.FromException(new BulkCheckpointException(
                $"The checkpoint {_path} cannot be written: {exception.Message} Make room for it and run the same input again.", exception));
        }
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    private void CutTornLine()
    {
        var length = RandomAccess.GetLength(_file);
        ThrowIfNotOurs(length);

        Span<byte> chunk = stackalloc byte[4096];
        var end = length;
        while (end > 0)
        {
            var start = Math.Max(0, end - chunk.Length);
            var read = RandomAccess.Read(_file, chunk[..(int)(end - start)], start);
            var last = chunk[..read].LastIndexOf((byte)'\n');
            end = start + last + 1;
            if (last >= 0)
                break;
        }

        if (end < length)
            RandomAccess.SetLength(_file, end);
        _length = end;
    }

    // Before anything is cut: a path that leads to some other file of the user's must not cost them a byte.
    private void ThrowIfNotOurs(long length)
    {
        var header = Encoding.Latin1.GetBytes(CheckpointRecord.Header + "\n");
        Span<byte> start = new byte[Math.Min(length, header.Length)];
        if (RandomAccess.Read(_file, start, 0) != start.Length || !header.AsSpan().StartsWith(start))
            throw NotOurs(_path);
    }

    private static BulkCheckpointException NotOurs(string path) =>
        new($"{path} is not a checkpoint of a bulk run. Nothing in it was changed; name another file.");
}
