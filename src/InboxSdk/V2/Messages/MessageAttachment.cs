using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>An attachment of a message: <see cref="MessageMedia"/>, <see cref="MessageCard"/>, or <see cref="OtherAttachment"/> for kinds this version does not
/// know.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MessageMedia), "media")]
[JsonDerivedType(typeof(MessageCard), "card")]
[JsonDerivedType(typeof(OtherAttachment), "other")]
public abstract record MessageAttachment
{
    private protected MessageAttachment()
    {
    }

    /// <summary>Gets the attachment's place in the message, from 0.</summary>
    public int Index { get; init; }
}

/// <summary>An image, a video, sound or another file.</summary>
public sealed record MessageMedia : MessageAttachment
{
    /// <summary>Gets what it is.</summary>
    public MediaKind Kind { get; init; }

    /// <summary>Gets the file's name; <see langword="null"/> when it has none.</summary>
    public string? Filename { get; init; }

    /// <summary>Gets the MIME type; <see langword="null"/> when it is not known.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets the size in bytes; <see langword="null"/> when it is not known.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Gets the width in pixels; <see langword="null"/> when it is not known.</summary>
    public long? Width { get; init; }

    /// <summary>Gets the height in pixels; <see langword="null"/> when it is not known.</summary>
    public long? Height { get; init; }

    /// <summary>Gets the width divided by the height; <see langword="null"/> when it is not known.</summary>
    public double? AspectRatio { get; init; }

    /// <summary>Gets how many seconds it plays; <see langword="null"/> when it is not known.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Gets whether it can be fetched.</summary>
    public MediaStatus Status { get; init; }

    /// <summary>Gets the address to fetch it from; <see langword="null"/> unless it is <see cref="MediaStatus.Ready"/>.</summary>
    public string? Url { get; init; }

    /// <summary>Gets when the address stops to work; <see langword="null"/> when it does not. <see cref="IMessagesClient.GetAttachmentAsync"/> gives a fresh
    /// one.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the still image to show for a video; <see langword="null"/> for none.</summary>
    public MediaPoster? Poster { get; init; }
}

/// <summary>A link with a preview.</summary>
public sealed record MessageCard : MessageAttachment
{
    /// <summary>Gets the address.</summary>
    public string Url { get => field ?? ""; init; }

    /// <summary>Gets the title; <see langword="null"/> for none.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the description; <see langword="null"/> for none.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the domain; <see langword="null"/> when it is not known.</summary>
    public string? Domain { get; init; }

    /// <summary>Gets the preview; <see langword="null"/> for none.</summary>
    public CardThumbnail? Thumbnail { get; init; }
}

/// <summary>An attachment of a kind this version does not know.</summary>
/// <param name="Kind">The kind the server named; empty when it named none.</param>
/// <param name="Raw">What the server sent, as it came.</param>
public sealed record OtherAttachment(string Kind, JsonElement Raw) : MessageAttachment;

/// <summary>A still image to show for a video.</summary>
public sealed record MediaPoster
{
    /// <summary>Gets the address.</summary>
    public string Url { get => field ?? ""; init; }

    /// <summary>Gets when the address stops to work; <see langword="null"/> when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the width in pixels; <see langword="null"/> when it is not known.</summary>
    public long? Width { get; init; }

    /// <summary>Gets the height in pixels; <see langword="null"/> when it is not known.</summary>
    public long? Height { get; init; }
}

/// <summary>The preview of a link.</summary>
public sealed record CardThumbnail
{
    /// <summary>Gets the address.</summary>
    public string Url { get => field ?? ""; init; }

    /// <summary>Gets the width in pixels; <see langword="null"/> when it is not known.</summary>
    public long? Width { get; init; }

    /// <summary>Gets the height in pixels; <see langword="null"/> when it is not known.</summary>
    public long? Height { get; init; }

    /// <summary>Gets what the image shows, in words; <see langword="null"/> for none.</summary>
    public string? Alt { get; init; }
}

internal sealed class MessageAttachmentJsonConverter() : UnionJsonConverter<MessageAttachment>("kind")
{
    protected override MessageAttachment Read(string kind, JsonElement element, JsonSerializerOptions options) => kind switch
    {
        "image" or "gif" or "video" or "audio" or "file" => Case<MessageMedia>(element, options),
        "card" => Case<MessageCard>(element, options),
        _ => new OtherAttachment(kind, element) { Index = IndexOf(element) },
    };

    private static int IndexOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("index", out var index) && index.ValueKind == JsonValueKind.Number
            && index.TryGetInt32(out var value)
                ? value
                : 0;
}

internal sealed class AttachmentListJsonConverter() : ListJsonConverter<MessageAttachment>(new MessageAttachmentJsonConverter());
