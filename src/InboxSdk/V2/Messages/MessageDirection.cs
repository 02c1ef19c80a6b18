using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Names who wrote: the team or the other side. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<MessageDirection>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MessageDirection>))]
public readonly record struct MessageDirection : IParsable<MessageDirection>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>inbound</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public MessageDirection(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the direction of what the other side wrote.</summary>
    public static MessageDirection Inbound { get; } = new("inbound");

    /// <summary>Gets the direction of what the team wrote.</summary>
    public static MessageDirection Outbound { get; } = new("outbound");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>inbound</c>.</param>
    public static implicit operator MessageDirection(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static MessageDirection IParsable<MessageDirection>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<MessageDirection>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MessageDirection result)
    {
        result = new(s);
        return s is not null;
    }
}
