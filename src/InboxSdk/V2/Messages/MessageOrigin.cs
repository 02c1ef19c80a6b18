using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Names where a change of a message came from. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<MessageOrigin>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MessageOrigin>))]
public readonly record struct MessageOrigin : IParsable<MessageOrigin>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>api</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public MessageOrigin(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the origin of what was done in Inbox's app.</summary>
    public static MessageOrigin Inbox { get; } = new("inbox");

    /// <summary>Gets the origin of what was done on the platform itself.</summary>
    public static MessageOrigin Platform { get; } = new("platform");

    /// <summary>Gets the origin of what was done by the API.</summary>
    public static MessageOrigin Api { get; } = new("api");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>api</c>.</param>
    public static implicit operator MessageOrigin(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static MessageOrigin IParsable<MessageOrigin>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<MessageOrigin>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MessageOrigin result)
    {
        result = new(s);
        return s is not null;
    }
}
