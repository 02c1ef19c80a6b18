using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace InboxSdk.Bulk;

/// <summary>Creates digests of changes. Not thread-safe: it serializes each change to a shared buffer, in a format of its own.</summary>
/// <remarks>Changes with the same meaning have the same format. Each property is unset, null or a value of known length; tags are a set; 1.0 and 1.00 are equal.
/// When the format changes, <see cref="CheckpointRecord.Header"/> must change too.</remarks>
internal sealed class ChangeDigester
{
    private const byte Unset = 0;
    private const byte Null = 1;
    private const byte Present = 2;

    // Dividing by it removes the trailing zeros of a decimal.
    private const decimal One = 1.000000000000000000000000000m;

    private readonly ArrayBufferWriter<byte> _buffer = new(256);

    public ChangeDigest Of(string prospectId, ProspectUpdate update)
    {
        _buffer.ResetWrittenCount();
        WriteText(prospectId);
        var prospect = Hash();

        _buffer.ResetWrittenCount();
        Write(update.Notes);
        Write(update.Valuation);
        Write(update.TagIds);
        Write(update.StatusId);
        Write(update.AssigneeId);
        WriteByte(!update.IsDone.HasValue ? Unset : update.IsDone.Value ? Present : Null);
        // Written only if present, so that checkpoints from before these properties existed remain valid.
        if (update.ChangesTags)
        {
            Write(update.AddTagIds);
            Write(update.RemoveTagIds);
        }

        return new(prospect, Hash());
    }

    private void Write(Optional<string?> field)
    {
        WriteByte(!field.HasValue ? Unset : field.Value is null ? Null : Present);
        if (field is { HasValue: true, Value: { } text })
            WriteText(text);
    }

    private void Write(Optional<decimal?> field)
    {
        WriteByte(!field.HasValue ? Unset : field.Value is null ? Null : Present);
        if (field is not { HasValue: true, Value: { } number })
            return;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number / One, bits);
        foreach (var part in bits)
            WriteInt32(part);
    }

    private void Write(IReadOnlyList<string>? tagIds)
    {
        // A set: neither its order nor a duplicate id makes it another change.
        string[] ids = tagIds is null ? [] : [.. tagIds.Order(StringComparer.Ordinal).Distinct()];
        WriteByte(tagIds is null ? Unset : Present);
        WriteInt32(ids.Length);
        foreach (var id in ids)
            WriteText(id ?? "");
    }

    private void WriteText(string text)
    {
        WriteInt32(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _buffer);
    }

    private void WriteInt32(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(sizeof(int)), number);
        _buffer.Advance(sizeof(int));
    }

    private void WriteByte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }

    private ulong Hash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
