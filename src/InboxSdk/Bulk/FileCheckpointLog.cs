using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace InboxSdk.Bulk;

/// <summary>A file of lines that only grows. A line is valid once its end is written: anything after the last end was truncated by the end of a process.</summary>
internal sealed class FileCheckpointLog : IBulkCheckpointLog
{
    private const int ChunkSize = 64 * 1024;

    private readonly object _lock = new();
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

    // The file is locked until it is closed.
    public CancellationToken Lost => CancellationToken.None;

    public static FileCheckpointLog Open(string path, bool flushToDisk)
    {
        SafeFileHandle? file = null;
        try
        {
            // One handle reads and appends, so that sharing is not required: two runs on one file would corrupt it.
            file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var log = new FileCheckpointLog(file, path, flushToDisk);
            log.CutTornLine();
            return log;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            file?.Dispose();
            throw new BulkCheckpointException(
                $"The checkpoint {path} cannot be opened: {exception.Message} Check that its folder exists, that it is a regular file, and that no other run uses it.", exception);
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
            var read = await ReadAsync(space, offset, cancellationToken).ConfigureAwait(false);
            // An early end of the file, or no space for the rest of a line.
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
            lock (_lock)
            {
                // At a known position, and after removing the remains of a failed write, which may have been longer.
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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Task.FromException(new BulkCheckpointException(
                $"The checkpoint {_path} cannot be written: {exception.Message} Free some space and run the same input again.", exception));
        }
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<int> ReadAsync(Memory<byte> space, long offset, CancellationToken cancellationToken)
    {
        try
        {
            return await RandomAccess.ReadAsync(_file, space, offset, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BulkCheckpointException(
                $"The checkpoint {_path} cannot be read: {exception.Message} Check its disk, or restore the file; then run the same input again.", exception);
        }
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

    // Before anything is truncated: a path to another file must not destroy any of its content.
    private void ThrowIfNotOurs(long length)
    {
        var header = Encoding.Latin1.GetBytes(CheckpointRecord.Header + "\n");
        Span<byte> start = new byte[Math.Min(length, header.Length)];
        if (RandomAccess.Read(_file, start, 0) != start.Length || !header.AsSpan().StartsWith(start))
            throw NotOurs(_path);
    }

    private static BulkCheckpointException NotOurs(string path) =>
        new($"{path} is not a checkpoint of a bulk run. It was not changed; specify another file.");
}
