namespace InboxSdk.V2;

/// <summary>What stands in the text of a message.</summary>
public sealed record MessageEntities
{
    /// <summary>Gets the links.</summary>
    public IReadOnlyList<LinkEntity> Urls { get => field ?? []; init; }

    /// <summary>Gets the posts that are shared.</summary>
    public IReadOnlyList<PostShareEntity> PostShares { get => field ?? []; init; }

    /// <summary>Gets the people who are mentioned.</summary>
    public IReadOnlyList<MentionEntity> Mentions { get => field ?? []; init; }

    /// <summary>Gets the hashtags.</summary>
    public IReadOnlyList<HashtagEntity> Hashtags { get => field ?? []; init; }

    /// <summary>Gets the cashtags.</summary>
    public IReadOnlyList<CashtagEntity> Cashtags { get => field ?? []; init; }

    /// <summary>Gets how parts of the text are set.</summary>
    public IReadOnlyList<FormatEntity> Format { get => field ?? []; init; }
}

/// <summary>A part of a text, counted in Unicode code points (not in UTF-16 units, in which .NET counts).</summary>
public sealed record TextRange
{
    /// <summary>Gets where it begins, from 0.</summary>
    public int Start { get; init; }

    /// <summary>Gets where it ends: the first place after it.</summary>
    public int End { get; init; }
}

/// <summary>A link in a text.</summary>
public sealed record LinkEntity
{
    /// <summary>Gets the address.</summary>
    public string Url { get => field ?? ""; init; }

    /// <summary>Gets the address as it is shown.</summary>
    public string DisplayUrl { get => field ?? ""; init; }

    /// <summary>Gets where it stands; <see langword="null"/> when that is not known.</summary>
    public TextRange? Indices { get; init; }
}

/// <summary>A post that a text shares.</summary>
public sealed record PostShareEntity
{
    /// <summary>Gets the post's id on the platform.</summary>
    public string PlatformId { get => field ?? ""; init; }

    /// <summary>Gets the post's address.</summary>
    public string Url { get => field ?? ""; init; }

    /// <summary>Gets where it stands; <see langword="null"/> when that is not known.</summary>
    public TextRange? Indices { get; init; }
}

/// <summary>A person whom a text mentions.</summary>
public sealed record MentionEntity
{
    /// <summary>Gets the username, without a prefix.</summary>
    public string Username { get => field ?? ""; init; }

    /// <summary>Gets the display name; <see langword="null"/> when it is not known.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Gets the id on the platform; <see langword="null"/> when it is not known.</summary>
    public string? PlatformId { get; init; }

    /// <summary>Gets where it stands; <see langword="null"/> when that is not known.</summary>
    public TextRange? Indices { get; init; }
}

/// <summary>A hashtag in a text.</summary>
public sealed record HashtagEntity
{
    /// <summary>Gets the tag, as the server sent it.</summary>
    public string Tag { get => field ?? ""; init; }

    /// <summary>Gets where it stands; <see langword="null"/> when that is not known.</summary>
    public TextRange? Indices { get; init; }
}

/// <summary>A cashtag in a text.</summary>
public sealed record CashtagEntity
{
    /// <summary>Gets the symbol, as the server sent it.</summary>
    public string Symbol { get => field ?? ""; init; }

    /// <summary>Gets where it stands; <see langword="null"/> when that is not known.</summary>
    public TextRange? Indices { get; init; }
}

/// <summary>How a part of a text is set.</summary>
public sealed record FormatEntity
{
    /// <summary>Gets <c>bold</c>, <c>list</c>, <c>orderedList</c> or <c>listItem</c>. Inbox may add kinds.</summary>
    public string Kind { get => field ?? ""; init; }

    /// <summary>Gets the part; <see langword="null"/> when the answer lacks it.</summary>
    public TextRange? Indices { get; init; }
}
