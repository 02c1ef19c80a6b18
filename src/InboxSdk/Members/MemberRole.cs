using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Specifies the role of a team member. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<MemberRole>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MemberRole>))]
public readonly record struct MemberRole : IParsable<MemberRole>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>admin</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public MemberRole(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the role of the team's owner.</summary>
    public static MemberRole Owner { get; } = new("owner");

    /// <summary>Gets the role of an administrator.</summary>
    public static MemberRole Admin { get; } = new("admin");

    /// <summary>Gets the role of a regular member.</summary>
    public static MemberRole Member { get; } = new("member");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>admin</c>.</param>
    public static implicit operator MemberRole(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static MemberRole IParsable<MemberRole>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<MemberRole>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MemberRole result)
    {
        result = new(s);
        return s is not null;
    }
}
