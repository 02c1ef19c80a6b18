using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Names the state of a person's account on the platform. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<ProfileAccountStatus>))]
[TypeConverter(typeof(OpenEnumTypeConverter<ProfileAccountStatus>))]
public readonly record struct ProfileAccountStatus : IParsable<ProfileAccountStatus>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>active</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public ProfileAccountStatus(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the state of an account that works.</summary>
    public static ProfileAccountStatus Active { get; } = new("active");

    /// <summary>Gets the state of an account the platform suspended.</summary>
    public static ProfileAccountStatus Suspended { get; } = new("suspended");

    /// <summary>Gets the state of an account that is not there any more.</summary>
    public static ProfileAccountStatus NotFound { get; } = new("notFound");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>active</c>.</param>
    public static implicit operator ProfileAccountStatus(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static ProfileAccountStatus IParsable<ProfileAccountStatus>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<ProfileAccountStatus>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProfileAccountStatus result)
    {
        result = new(s);
        return s is not null;
    }
}
