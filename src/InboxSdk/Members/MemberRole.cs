using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Names what a member may do in the team. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<MemberRole>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MemberRole>))]
public readonly record struct MemberRole : IParsable<MemberRole>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>admin</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public MemberRole(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the role of the team's owner.</summary>
    public static MemberRole Owner { get; } = new("owner");

    /// <summary>Gets the role of an administrator.</summary>
    public static MemberRole Admin { get; } = new("admin");

    /// <summary>Gets the role of an ordinary member.</summary>
    public static MemberRole Member { get; } = new("member");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>admin</c>.</param>
    public static implicit operator MemberRole(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static MemberRole IParsable<MemberRole>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<MemberRole>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MemberRole result)
    {
        result = new(s);
        return s is not null;
    }
}
