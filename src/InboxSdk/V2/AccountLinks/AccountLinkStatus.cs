using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies whether an account can be used. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<AccountLinkStatus>))]
[TypeConverter(typeof(OpenEnumTypeConverter<AccountLinkStatus>))]
public readonly record struct AccountLinkStatus : IParsable<AccountLinkStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>active</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public AccountLinkStatus(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the status of a working account.</summary>
    public static AccountLinkStatus Active { get; } = new("active");

    /// <summary>Gets the status of a paused account, which resumes automatically; see <see cref="AccountLink.PauseReasons"/>.</summary>
    public static AccountLinkStatus Paused { get; } = new("paused");

    /// <summary>Gets the status of an account that must be reconnected in the app.</summary>
    public static AccountLinkStatus Offline { get; } = new("offline");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>active</c>.</param>
    public static implicit operator AccountLinkStatus(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static AccountLinkStatus IParsable<AccountLinkStatus>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<AccountLinkStatus>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AccountLinkStatus result)
    {
        result = new(s);
        return s is not null;
    }
}
