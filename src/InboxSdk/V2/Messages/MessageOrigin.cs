using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies where a message was changed. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<MessageOrigin>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MessageOrigin>))]
public readonly record struct MessageOrigin : IParsable<MessageOrigin>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>api</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public MessageOrigin(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the origin of changes made in the Inbox app.</summary>
    public static MessageOrigin Inbox { get; } = new("inbox");

    /// <summary>Gets the origin of changes made on the platform.</summary>
    public static MessageOrigin Platform { get; } = new("platform");

    /// <summary>Gets the origin of changes made with the API.</summary>
    public static MessageOrigin Api { get; } = new("api");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>api</c>.</param>
    public static implicit operator MessageOrigin(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static MessageOrigin IParsable<MessageOrigin>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<MessageOrigin>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MessageOrigin result)
    {
        result = new(s);
        return s is not null;
    }
}
