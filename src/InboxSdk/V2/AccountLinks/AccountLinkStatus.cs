using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Names whether an account can be used. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<AccountLinkStatus>))]
[TypeConverter(typeof(OpenEnumTypeConverter<AccountLinkStatus>))]
public readonly record struct AccountLinkStatus : IParsable<AccountLinkStatus>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>active</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public AccountLinkStatus(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the status of an account that works.</summary>
    public static AccountLinkStatus Active { get; } = new("active");

    /// <summary>Gets the status of an account that rests and resumes by itself; see <see cref="AccountLink.PauseReasons"/>.</summary>
    public static AccountLinkStatus Paused { get; } = new("paused");

    /// <summary>Gets the status of an account that somebody must connect again in the app.</summary>
    public static AccountLinkStatus Offline { get; } = new("offline");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>active</c>.</param>
    public static implicit operator AccountLinkStatus(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static AccountLinkStatus IParsable<AccountLinkStatus>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<AccountLinkStatus>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AccountLinkStatus result)
    {
        result = new(s);
        return s is not null;
    }
}
