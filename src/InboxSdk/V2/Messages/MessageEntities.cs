using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents the entities in the text of a message.</summary>
public sealed record MessageEntities
{
    /// <summary>Gets the links.</summary>
    public IReadOnlyList<LinkEntity> Urls { get; init => field = ValueList.Of(value); } = ValueList<LinkEntity>.Empty;

    /// <summary>Gets the shared posts.</summary>
    public IReadOnlyList<PostShareEntity> PostShares { get; init => field = ValueList.Of(value); } = ValueList<PostShareEntity>.Empty;

    /// <summary>Gets the mentions.</summary>
    public IReadOnlyList<MentionEntity> Mentions { get; init => field = ValueList.Of(value); } = ValueList<MentionEntity>.Empty;

    /// <summary>Gets the hashtags.</summary>
    public IReadOnlyList<HashtagEntity> Hashtags { get; init => field = ValueList.Of(value); } = ValueList<HashtagEntity>.Empty;

    /// <summary>Gets the cashtags.</summary>
    public IReadOnlyList<CashtagEntity> Cashtags { get; init => field = ValueList.Of(value); } = ValueList<CashtagEntity>.Empty;

    /// <summary>Gets the formatting.</summary>
    public IReadOnlyList<FormatEntity> Format { get; init => field = ValueList.Of(value); } = ValueList<FormatEntity>.Empty;
}

/// <summary>Represents a range of a text, in Unicode code points (not in UTF-16 code units, as .NET strings).</summary>
public sealed record TextRange
{
    /// <summary>Gets the start, from 0.</summary>
    public int Start { get; init; }

    /// <summary>Gets the end, which is exclusive.</summary>
    public int End { get; init; }
}

/// <summary>Represents a link in a text.</summary>
public sealed record LinkEntity
{
    /// <summary>Gets the URL.</summary>
    public string Url { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the URL for display.</summary>
    public string DisplayUrl { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the range, or <see langword="null"/> if unknown.</summary>
    public TextRange? Indices { get; init; }
}

/// <summary>Represents a shared post in a text.</summary>
public sealed record PostShareEntity
{
    /// <summary>Gets the platform id of the post.</summary>
    public string PlatformId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the URL of the post.</summary>
    public string Url { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the range, or <see langword="null"/> if unknown.</summary>
    public TextRange? Indices { get; init; }
}

/// <summary>Represents a mention in a text.</summary>
public sealed record MentionEntity
{
    /// <summary>Gets the username without a prefix.</summary>
    public string Username { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the display name, or <see langword="null"/> if unknown.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Gets the id on the platform, or <see langword="null"/> if unknown.</summary>
    public string? PlatformId { get; init; }

    /// <summary>Gets the range, or <see langword="null"/> if unknown.</summary>
    public TextRange? Indices { get; init; }
}

/// <summary>Represents a hashtag in a text.</summary>
public sealed record HashtagEntity
{
    /// <summary>Gets the hashtag, unchanged from the server.</summary>
    public string Tag { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the range, or <see langword="null"/> if unknown.</summary>
    public TextRange? Indices { get; init; }
}

/// <summary>Represents a cashtag in a text.</summary>
public sealed record CashtagEntity
{
    /// <summary>Gets the symbol, unchanged from the server.</summary>
    public string Symbol { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the range, or <see langword="null"/> if unknown.</summary>
    public TextRange? Indices { get; init; }
}

/// <summary>Represents the formatting of a range of a text.</summary>
public sealed record FormatEntity
{
    /// <summary>Gets <c>bold</c>, <c>list</c>, <c>orderedList</c> or <c>listItem</c>. Inbox may add kinds.</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the range, or <see langword="null"/> if the response omits it.</summary>
    public TextRange? Indices { get; init; }
}
