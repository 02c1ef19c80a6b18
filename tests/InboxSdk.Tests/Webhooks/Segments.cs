using System.Buffers;

namespace InboxSdk.Tests.Webhooks;

/// <summary>Creates sequences of several segments, as a socket yields them.</summary>
internal static class Segments
{
    public static ReadOnlySequence<byte> Of(ReadOnlyMemory<byte> bytes, int length)
    {
        var first = new Segment(bytes[..Math.Min(length, bytes.Length)], 0);
        var last = first;
        for (var start = first.Memory.Length; start < bytes.Length; start += last.Memory.Length)
            last = last.Append(bytes.Slice(start, Math.Min(length, bytes.Length - start)));
        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
