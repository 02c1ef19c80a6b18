using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies whether the contact sees that the team is typing. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<TypingIndicatorSetting>))]
[TypeConverter(typeof(OpenEnumTypeConverter<TypingIndicatorSetting>))]
public readonly record struct TypingIndicatorSetting : IParsable<TypingIndicatorSetting>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>teamDefault</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public TypingIndicatorSetting(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the setting that shows it.</summary>
    public static TypingIndicatorSetting Enabled { get; } = new("enabled");

    /// <summary>Gets the setting that hides it.</summary>
    public static TypingIndicatorSetting Disabled { get; } = new("disabled");

    /// <summary>Gets the setting that uses the team's setting.</summary>
    public static TypingIndicatorSetting TeamDefault { get; } = new("teamDefault");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>teamDefault</c>.</param>
    public static implicit operator TypingIndicatorSetting(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static TypingIndicatorSetting IParsable<TypingIndicatorSetting>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<TypingIndicatorSetting>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TypingIndicatorSetting result)
    {
        result = new(s);
        return s is not null;
    }
}
