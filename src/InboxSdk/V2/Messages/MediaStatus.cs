using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies whether media can be downloaded. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<MediaStatus>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MediaStatus>))]
public readonly record struct MediaStatus : IParsable<MediaStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>ready</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public MediaStatus(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the status of media that can be downloaded.</summary>
    public static MediaStatus Ready { get; } = new("ready");

    /// <summary>Gets the status of media that is waiting to be processed.</summary>
    public static MediaStatus Pending { get; } = new("pending");

    /// <summary>Gets the status of media that is being processed.</summary>
    public static MediaStatus Processing { get; } = new("processing");

    /// <summary>Gets the status of media that is not available.</summary>
    public static MediaStatus Failed { get; } = new("failed");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>ready</c>.</param>
    public static implicit operator MediaStatus(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static MediaStatus IParsable<MediaStatus>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<MediaStatus>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MediaStatus result)
    {
        result = new(s);
        return s is not null;
    }
}
