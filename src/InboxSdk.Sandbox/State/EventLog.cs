using System.Buffers;
using System.Text;
using System.Text.Json;
using InboxSdk.V2;

namespace InboxSdk.Sandbox;

/// <summary>The most recent events, retained as Inbox does. Requires the state's lock.</summary>
internal sealed class EventLog(TimeProvider clock)
{
    private const int Capacity = 25_000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly Queue<SandboxEvent> _events = new();
    private long _lastSeq;

    /// <summary>Occurs after an event was added, under the state's lock.</summary>
    public event Action<SandboxEvent>? Added;

    /// <summary>The number of the last event; 0 if there was none.</summary>
    public long LastSeq => _lastSeq;

    public IReadOnlyList<SandboxEvent> Snapshot()
    {
        Trim();
        return _events.ToArray();
    }

    /// <summary>Returns the oldest events after a number, up to a count, and whether there are more.</summary>
    public (List<SandboxEvent> Events, bool HasMore) After(long seq, int count)
    {
        Trim();
        // Numbers have no gaps, so the index follows from the number.
        var skipped = _events.Count == 0 ? 0 : (int)Math.Clamp(seq - _events.Peek().Seq + 1, 0, _events.Count);
        return ([.. _events.Skip(skipped).Take(count)], _events.Count - skipped > count);
    }

    public void Add(InboxEventType type, string objectId, Action<Utf8JsonWriter>? writeData = null)
    {
        var item = new SandboxEvent
        {
            Seq = ++_lastSeq,
            Type = type,
            CreatedAt = clock.GetUtcNow(),
            ObjectId = objectId,
            Data = writeData is null ? "{}" : Written(writeData),
        };
        _events.Enqueue(item);
        Trim();
        Added?.Invoke(item);
    }

    /// <summary>Removes all events. The numbers continue, so that a program that reads the events receives the next ones.</summary>
    public void RemoveAll() => _events.Clear();

    /// <summary>Removes all events and restarts the numbers: what is arranged before the start is not an event.</summary>
    public void Clear()
    {
        _events.Clear();
        _lastSeq = 0;
    }

    private void Trim()
    {
        var oldest = clock.GetUtcNow() - Kept;
        while (_events.TryPeek(out var first) && (_events.Count > Capacity || first.CreatedAt < oldest))
            _events.Dequeue();
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
