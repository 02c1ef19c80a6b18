using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies whether the contact sees that the team is typing. A value unknown to this version keeps its text.</summary>
[OpenEnum("teamDefault")]
[JsonConverter(typeof(OpenEnumJsonConverter<TypingIndicatorSetting>))]
[TypeConverter(typeof(OpenEnumTypeConverter<TypingIndicatorSetting>))]
public readonly partial record struct TypingIndicatorSetting : IParsable<TypingIndicatorSetting>
{
    /// <summary>Gets the setting that shows it.</summary>
    public static TypingIndicatorSetting Enabled { get; } = new("enabled");

    /// <summary>Gets the setting that hides it.</summary>
    public static TypingIndicatorSetting Disabled { get; } = new("disabled");

    /// <summary>Gets the setting that uses the team's setting.</summary>
    public static TypingIndicatorSetting TeamDefault { get; } = new("teamDefault");
}
