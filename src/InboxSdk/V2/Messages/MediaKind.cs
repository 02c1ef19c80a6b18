using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the kind of media. A value unknown to this version keeps its text.</summary>
[OpenEnum("image")]
[JsonConverter(typeof(OpenEnumJsonConverter<MediaKind>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MediaKind>))]
public readonly partial record struct MediaKind : IParsable<MediaKind>
{
    /// <summary>Gets the kind of a still image.</summary>
    public static MediaKind Image { get; } = new("image");

    /// <summary>Gets the kind of an animated image.</summary>
    public static MediaKind Gif { get; } = new("gif");

    /// <summary>Gets the kind of a video.</summary>
    public static MediaKind Video { get; } = new("video");

    /// <summary>Gets the kind of audio.</summary>
    public static MediaKind Audio { get; } = new("audio");

    /// <summary>Gets the kind of any other file.</summary>
    public static MediaKind File { get; } = new("file");
}
