using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies for whom a message is deleted. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<DeletionScope>))]
[TypeConverter(typeof(OpenEnumTypeConverter<DeletionScope>))]
public readonly record struct DeletionScope : IParsable<DeletionScope>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>all</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public DeletionScope(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the scope of the team's own account. Requires <see cref="Capability.MessageDeleteSelf"/>.</summary>
    public static DeletionScope Self { get; } = new("self");

    /// <summary>Gets the scope of everyone. Requires <see cref="Capability.MessageUnsend"/>.</summary>
    public static DeletionScope All { get; } = new("all");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>all</c>.</param>
    public static implicit operator DeletionScope(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static DeletionScope IParsable<DeletionScope>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<DeletionScope>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DeletionScope result)
    {
        result = new(s);
        return s is not null;
    }
}
