namespace InboxSdk.V2;

/// <summary>What a message on a platform may hold at most.</summary>
public sealed record PlatformLimits
{
    /// <summary>Gets how many characters a text may have, an emoji counted as one; <see langword="null"/> for no limit.</summary>
    public long? Characters { get; init; }

    /// <summary>Gets how many media a message may carry; <see langword="null"/> for no limit.</summary>
    public long? MediaCount { get; init; }

    /// <summary>Gets how many bytes each of them may have; <see langword="null"/> for no limit.</summary>
    public long? MediaBytes { get; init; }

    /// <summary>Gets which types are accepted of each kind (<c>image</c>, <c>video</c>, <c>gif</c>, <c>file</c>, <c>audio</c>): a MIME type, a family of them or a
    /// file's extension. A kind that is not in it is not accepted; <see langword="null"/> when all are.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? MediaTypes { get; init; }
}
