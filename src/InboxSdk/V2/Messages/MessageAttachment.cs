using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents an attachment of a message: <see cref="MessageMedia"/>, <see cref="MessageCard"/>, or <see cref="OtherAttachment"/> for kinds unknown to this
/// version.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MessageMedia), "media")]
[JsonDerivedType(typeof(MessageCard), "card")]
[JsonDerivedType(typeof(OtherAttachment), "other")]
public abstract record MessageAttachment
{
    private protected MessageAttachment()
    {
    }

    /// <summary>Gets the index in the message, from 0.</summary>
    public int Index { get; init; }
}

/// <summary>Represents an image, a video, audio or another file.</summary>
public sealed record MessageMedia : MessageAttachment
{
    /// <summary>Gets the kind.</summary>
    public MediaKind Kind { get; init; }

    /// <summary>Gets the file name, or <see langword="null"/> if there is none.</summary>
    [JsonPropertyName("filename")]
    public string? FileName { get; init; }

    /// <summary>Gets the MIME type, or <see langword="null"/> if unknown.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets the size in bytes, or <see langword="null"/> if unknown.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Gets the width in pixels, or <see langword="null"/> if unknown.</summary>
    public long? Width { get; init; }

    /// <summary>Gets the height in pixels, or <see langword="null"/> if unknown.</summary>
    public long? Height { get; init; }

    /// <summary>Gets the ratio of width to height, or <see langword="null"/> if unknown.</summary>
    public double? AspectRatio { get; init; }

    /// <summary>Gets the duration in seconds, or <see langword="null"/> if unknown.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Gets the status, which determines whether the media can be downloaded.</summary>
    public MediaStatus Status { get; init; }

    /// <summary>Gets the URL to download from, or <see langword="null"/> unless the status is <see cref="MediaStatus.Ready"/>.</summary>
    public string? Url { get; init; }

    /// <summary>Gets when the URL expires, or <see langword="null"/> if it does not. To get a new URL, use
    /// <see cref="IMessagesClient.GetAttachmentAsync"/>.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the poster image of a video, or <see langword="null"/> if there is none.</summary>
    public MediaPoster? Poster { get; init; }
}

/// <summary>Represents a link with a preview.</summary>
public sealed record MessageCard : MessageAttachment
{
    /// <summary>Gets the URL.</summary>
    public string Url { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the title, or <see langword="null"/> if there is none.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the description, or <see langword="null"/> if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the domain, or <see langword="null"/> if unknown.</summary>
    public string? Domain { get; init; }

    /// <summary>Gets the preview, or <see langword="null"/> if there is none.</summary>
    public CardThumbnail? Thumbnail { get; init; }
}

/// <summary>Represents an attachment of a kind unknown to this version.</summary>
public sealed record OtherAttachment : MessageAttachment
{
    private readonly RawJson _raw;

    /// <summary>Gets the kind that the server sent, or empty if it sent none.</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the JSON that the server sent, or <see langword="null"/> if the application created the record.</summary>
    public JsonElement? Raw { get => _raw.Element; init => _raw = new(value); }
}

/// <summary>Represents the poster image of a video.</summary>
public sealed record MediaPoster
{
    /// <summary>Gets the URL.</summary>
    public string Url { get; init => field = value ?? ""; } = "";

    /// <summary>Gets when the URL expires, or <see langword="null"/> if it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the width in pixels, or <see langword="null"/> if unknown.</summary>
    public long? Width { get; init; }

    /// <summary>Gets the height in pixels, or <see langword="null"/> if unknown.</summary>
    public long? Height { get; init; }
}

/// <summary>Represents the preview image of a link.</summary>
public sealed record CardThumbnail
{
    /// <summary>Gets the URL.</summary>
    public string Url { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the width in pixels, or <see langword="null"/> if unknown.</summary>
    public long? Width { get; init; }

    /// <summary>Gets the height in pixels, or <see langword="null"/> if unknown.</summary>
    public long? Height { get; init; }

    /// <summary>Gets the alternative text, or <see langword="null"/> if there is none.</summary>
    public string? Alt { get; init; }
}
