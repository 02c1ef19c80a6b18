using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the kind of media. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<MediaKind>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MediaKind>))]
public readonly record struct MediaKind : IParsable<MediaKind>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>image</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public MediaKind(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

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

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>image</c>.</param>
    public static implicit operator MediaKind(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static MediaKind IParsable<MediaKind>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<MediaKind>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MediaKind result)
    {
        result = new(s);
        return s is not null;
    }
}
