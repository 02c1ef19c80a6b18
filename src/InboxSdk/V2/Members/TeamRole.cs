using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the role of a team member. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<TeamRole>))]
[TypeConverter(typeof(OpenEnumTypeConverter<TeamRole>))]
public readonly record struct TeamRole : IParsable<TeamRole>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>admin</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public TeamRole(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the role of the team's owner.</summary>
    public static TeamRole Owner { get; } = new("owner");

    /// <summary>Gets the role of an administrator.</summary>
    public static TeamRole Admin { get; } = new("admin");

    /// <summary>Gets the role of a regular member.</summary>
    public static TeamRole User { get; } = new("user");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>admin</c>.</param>
    public static implicit operator TeamRole(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static TeamRole IParsable<TeamRole>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<TeamRole>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TeamRole result)
    {
        result = new(s);
        return s is not null;
    }
}
