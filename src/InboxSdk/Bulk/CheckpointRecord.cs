using System.Globalization;

namespace InboxSdk.Bulk;

/// <summary>A record of a checkpoint about a change.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Index">The index in the input.</param>
/// <param name="Digest">The change; only for <see cref="CheckpointRecordKind.Read"/>.</param>
/// <param name="Outcome">The outcome; only for <see cref="CheckpointRecordKind.Done"/>.</param>
/// <remarks>
/// As text: <c>read 17 {digest} {check}</c>, <c>send 17 {check}</c>, <c>done 17 Succeeded {check}</c>. Read records are in the order of the input and
/// without gaps, so that a later run can compare them with its input without loading them.
/// </remarks>
internal readonly record struct CheckpointRecord(CheckpointRecordKind Kind, long Index, ChangeDigest Digest = default, BulkUpdateOutcome Outcome = default)
{
    /// <summary>The first record of every checkpoint. Its number changes with the format.</summary>
    public const string Header = "InboxSdk bulk checkpoint 1";

    public const string WhatToDo = "Restore it; or delete it and run the whole input again, which applies changes a second time.";

    public override string ToString()
    {
        var text = Kind switch
        {
            CheckpointRecordKind.Read => string.Create(CultureInfo.InvariantCulture, $"read {Index} {Digest} "),
            CheckpointRecordKind.Send => string.Create(CultureInfo.InvariantCulture, $"send {Index} "),
            _ => string.Create(CultureInfo.InvariantCulture, $"done {Index} {Outcome} "),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{text}{Check(text):x8}");
    }

    public static bool TryParse(ReadOnlySpan<char> text, out CheckpointRecord record)
    {
        record = default;
        if (text.Length < 8 || !uint.TryParse(text[^8..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var check) || check != Check(text[..^8]))
            return false;

        Span<Range> parts = stackalloc Range[5];
        if (text.Split(parts, ' ') < 3 || !long.TryParse(text[parts[1]], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return false;
        var kind = text[parts[0]];
        // A record with a correct check was written completely, so it has all its parts.
        if (kind is "read" && ChangeDigest.TryParse(text[parts[2]], out var digest))
            record = new(CheckpointRecordKind.Read, index, digest);
        else if (kind is "send")
            record = new(CheckpointRecordKind.Send, index);
        else if (kind is "done" && Enum.TryParse<BulkUpdateOutcome>(text[parts[2]], out var outcome))
            record = new(CheckpointRecordKind.Done, index, Outcome: outcome);
        else
            return false;
        return true;
    }

    // FNV-1a, which detects every changed character.
    private static uint Check(ReadOnlySpan<char> text)
    {
        var check = 2166136261u;
        foreach (var character in text)
            check = (check ^ character) * 16777619u;
        return check;
    }
}
