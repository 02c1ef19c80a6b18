using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Names the messaging platform a prospect is on. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<Platform>))]
[TypeConverter(typeof(OpenEnumTypeConverter<Platform>))]
public readonly record struct Platform : IParsable<Platform>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>x</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public Platform(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets X, formerly Twitter.</summary>
    public static Platform X { get; } = new("x");

    /// <summary>Reads v2's name of a platform: the one that has another name than in v1 is X, <c>twitter</c>.</summary>
    internal static Platform FromV2(string? name) => name == "twitter" ? X : new(name);

    /// <summary>Gets v2's name of the platform.</summary>
    internal string ToV2() => this == X ? "twitter" : ToString();

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>x</c>.</param>
    public static implicit operator Platform(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static Platform IParsable<Platform>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<Platform>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Platform result)
    {
        result = new(s);
        return s is not null;
    }
}
