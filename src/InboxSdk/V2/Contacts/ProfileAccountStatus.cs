using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the state of an account on a platform. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<ProfileAccountStatus>))]
[TypeConverter(typeof(OpenEnumTypeConverter<ProfileAccountStatus>))]
public readonly record struct ProfileAccountStatus : IParsable<ProfileAccountStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>active</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public ProfileAccountStatus(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the state of an active account.</summary>
    public static ProfileAccountStatus Active { get; } = new("active");

    /// <summary>Gets the state of an account that the platform suspended.</summary>
    public static ProfileAccountStatus Suspended { get; } = new("suspended");

    /// <summary>Gets the state of an account that no longer exists.</summary>
    public static ProfileAccountStatus NotFound { get; } = new("notFound");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>active</c>.</param>
    public static implicit operator ProfileAccountStatus(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static ProfileAccountStatus IParsable<ProfileAccountStatus>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<ProfileAccountStatus>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProfileAccountStatus result)
    {
        result = new(s);
        return s is not null;
    }
}
