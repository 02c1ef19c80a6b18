using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using InboxSdk.Events;
using Microsoft.Win32.SafeHandles;

namespace InboxSdk.V2;

/// <summary>Stores the ids of processed events in a file, so that an event is not processed again after a restart. The file remains valid if the process ends at any time.</summary>
/// <remarks>
/// <para>The file contains digests of ids, 33 bytes each, and is rewritten when it has twice as many as retained. Beside it is a file with the extension <c>.lock</c>, which is open
/// while the store is used: one process can use it at a time. The file is opened or created by the first call.</para>
/// <para>If an operation on the file fails, the methods throw an <see cref="EventCheckpointException"/>.</para>
/// </remarks>
public sealed class FileProcessedEventStore : IProcessedEventStore, IDisposable
{
    private const int DigestLength = 16;
    private const int LineLength = (2 * DigestLength) + 1;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEF");

    private readonly object _lock = new();
    private readonly int _capacity;
    private readonly MemoryProcessedEventStore _memory;
    private readonly Queue<string> _lines = new();
    private LockedFile? _file;
    private SafeFileHandle? _appended;
    private long _length;
    private bool _isDisposed;

    /// <summary>Initializes a store.</summary>
    /// <param name="path">The path of the file; its directory must exist.</param>
    /// <param name="capacity">The number of ids to retain, at least 1: the oldest are removed first. The default is 25,000, the number of events that Inbox retains.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is less than 1.</exception>
    public FileProcessedEventStore(string path, int capacity = 25_000)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _memory = new(capacity);
        _capacity = capacity;
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>Gets the full path of the file.</summary>
    public string Path { get; }

    /// <summary>Gets whether each id is flushed to disk, which preserves it in a power failure but costs milliseconds each. The default is <see langword="false"/>: ids are passed to
    /// the operating system, so that they survive the end of the process.</summary>
    public bool FlushToDisk { get; init; }

    private static ReadOnlySpan<byte> Header => "InboxSdk processed events 1\n"u8;

    /// <inheritdoc/>
    public async Task<EventClaim> ClaimAsync(string eventId, CancellationToken cancellationToken = default) =>
        await RunAsync(eventId, id => _memory.ClaimAsync(id, cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task CompleteAsync(string eventId, CancellationToken cancellationToken = default) => await RunAsync(eventId, AppendAsync, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task ReleaseAsync(string eventId, CancellationToken cancellationToken = default) =>
        await RunAsync(eventId, id => _memory.ReleaseAsync(id, cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _appended?.Dispose();
            _file?.Dispose();
        }
    }

    private TTask RunAsync<TTask>(string eventId, Func<string, TTask> run, CancellationToken cancellationToken)
        where TTask : Task
    {
        ArgumentNullException.ThrowIfNull(eventId);
        cancellationToken.ThrowIfCancellationRequested();
        var id = Digest(eventId);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            try
            {
                Open();
                return run(id);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new EventCheckpointException($"The store of processed events {Path} cannot be read or written: {exception.Message} Check that there is free space.", exception);
            }
        }
    }

    // Ids come from the network: a digest has a known length, and is no data.
    private static string Digest(string eventId) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(eventId)).AsSpan(0, DigestLength));

    private void Open()
    {
        if (_file is not null)
            return;
        var file = LockedFile.Open(Path, "store of processed events");
        try
        {
            Read(file.Target);
            _file = file;
            if (_appended is null)
                Rewrite();
        }
        catch
        {
            file.Dispose();
            _file = null;
            throw;
        }
    }

    private void Read(string target)
    {
        _lines.Clear();
        if (!File.Exists(target))
            return;
        var content = File.ReadAllBytes(target).AsSpan();
        if (!content.StartsWith(Header))
            throw Damaged("is not a store of processed events, was written by a newer version of InboxSdk, or is damaged");
        content = content[Header.Length..];
        // A process that was killed while it wrote leaves an incomplete last line.
        content = content[..(content.Length / LineLength * LineLength)];
        for (; content.Length > 0; content = content[LineLength..])
        {
            var line = Encoding.Latin1.GetString(content[..LineLength]);
            if (line[^1] != '\n' || line.AsSpan(0, LineLength - 1).ContainsAnyExcept(HexDigits))
                throw Damaged("is damaged");
            // Complete at once, because it is in memory.
            _ = RememberAsync(line[..^1]);
        }
    }

    private EventCheckpointException Damaged(string what) =>
        new($"{Path} {what}. It was not changed. Specify another file, or delete it: events that are delivered again are then processed again.");

    private Task AppendAsync(string id)
    {
        // Before anything is appended, so that a call that fails can be repeated.
        if (_appended is null || _length + LineLength > Header.Length + (2L * _capacity * LineLength))
            Rewrite();
        Span<byte> line = stackalloc byte[LineLength];
        Encoding.Latin1.GetBytes(id, line);
        line[^1] = (byte)'\n';
        // At a known position, so that a line which was written in part is replaced.
        RandomAccess.Write(_appended!, line, _length);
        if (FlushToDisk)
            RandomAccess.FlushToDisk(_appended!);
        _length += LineLength;
        return RememberAsync(id);
    }

    private Task RememberAsync(string id)
    {
        _lines.Enqueue(id);
        if (_lines.Count > _capacity)
            _lines.Dequeue();
        return _memory.CompleteAsync(id);
    }

    private void Rewrite()
    {
        var content = new ArrayBufferWriter<byte>(Header.Length + (_lines.Count * LineLength));
        content.Write(Header);
        foreach (var id in _lines)
        {
            Encoding.Latin1.GetBytes(id, content);
            content.Write("\n"u8);
        }

        // Windows does not replace a file that is open. If the replacement fails, the next call repeats it.
        _appended?.Dispose();
        _appended = null;
        _file!.Replace(content.WrittenSpan, FlushToDisk);
        _appended = File.OpenHandle(_file.Target, FileMode.Open, FileAccess.Write, FileShare.Read);
        _length = content.WrittenCount;
    }
}
