using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the author of a message: the team or the contact. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<MessageDirection>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MessageDirection>))]
public readonly record struct MessageDirection : IParsable<MessageDirection>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>inbound</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public MessageDirection(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the direction of messages that the contact wrote.</summary>
    public static MessageDirection Inbound { get; } = new("inbound");

    /// <summary>Gets the direction of messages that the team wrote.</summary>
    public static MessageDirection Outbound { get; } = new("outbound");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>inbound</c>.</param>
    public static implicit operator MessageDirection(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static MessageDirection IParsable<MessageDirection>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<MessageDirection>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MessageDirection result)
    {
        result = new(s);
        return s is not null;
    }
}
