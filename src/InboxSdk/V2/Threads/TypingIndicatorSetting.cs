using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Names whether the other side sees that the team is typing. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<TypingIndicatorSetting>))]
[TypeConverter(typeof(OpenEnumTypeConverter<TypingIndicatorSetting>))]
public readonly record struct TypingIndicatorSetting : IParsable<TypingIndicatorSetting>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>teamDefault</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public TypingIndicatorSetting(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the setting to show it.</summary>
    public static TypingIndicatorSetting Enabled { get; } = new("enabled");

    /// <summary>Gets the setting not to show it.</summary>
    public static TypingIndicatorSetting Disabled { get; } = new("disabled");

    /// <summary>Gets the setting to do as the team's own setting says.</summary>
    public static TypingIndicatorSetting TeamDefault { get; } = new("teamDefault");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>teamDefault</c>.</param>
    public static implicit operator TypingIndicatorSetting(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static TypingIndicatorSetting IParsable<TypingIndicatorSetting>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<TypingIndicatorSetting>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TypingIndicatorSetting result)
    {
        result = new(s);
        return s is not null;
    }
}
