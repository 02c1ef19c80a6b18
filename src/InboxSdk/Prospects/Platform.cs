using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Specifies a messaging platform. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<Platform>))]
[TypeConverter(typeof(OpenEnumTypeConverter<Platform>))]
public readonly record struct Platform : IParsable<Platform>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>x</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public Platform(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets X, formerly Twitter.</summary>
    public static Platform X { get; } = new("x");

    /// <summary>Gets LinkedIn. v2 only.</summary>
    public static Platform LinkedIn { get; } = new("linkedin");

    /// <summary>Gets Instagram. v2 only.</summary>
    public static Platform Instagram { get; } = new("instagram");

    /// <summary>Reads the v2 name of a platform. Only that of X differs from v1: <c>twitter</c>.</summary>
    internal static Platform FromV2(string? name) => name == "twitter" ? X : new(name);

    /// <summary>Gets the v2 name of the platform.</summary>
    internal string ToV2() => this == X ? "twitter" : ToString();

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>x</c>.</param>
    public static implicit operator Platform(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static Platform IParsable<Platform>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<Platform>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Platform result)
    {
        result = new(s);
        return s is not null;
    }
}
