using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Names whether media can be fetched. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<MediaStatus>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MediaStatus>))]
public readonly record struct MediaStatus : IParsable<MediaStatus>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>ready</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public MediaStatus(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the status of media that can be fetched.</summary>
    public static MediaStatus Ready { get; } = new("ready");

    /// <summary>Gets the status of media that wait to be processed.</summary>
    public static MediaStatus Pending { get; } = new("pending");

    /// <summary>Gets the status of media that are being processed.</summary>
    public static MediaStatus Processing { get; } = new("processing");

    /// <summary>Gets the status of media that cannot be had.</summary>
    public static MediaStatus Failed { get; } = new("failed");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>ready</c>.</param>
    public static implicit operator MediaStatus(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static MediaStatus IParsable<MediaStatus>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<MediaStatus>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MediaStatus result)
    {
        result = new(s);
        return s is not null;
    }
}
