using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies whether a thread must be accepted before it continues. A value unknown to this version keeps its text.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<AcceptanceState>))]
[TypeConverter(typeof(OpenEnumTypeConverter<AcceptanceState>))]
public readonly record struct AcceptanceState : IParsable<AcceptanceState>
{
    private readonly string? _value;

    /// <summary>Initializes a value from the API's text.</summary>
    /// <param name="value">The text, such as <c>required</c>. Comparison is ordinal. Null and empty both mean that the value is unknown.</param>
    public AcceptanceState(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the state of a thread that must be accepted.</summary>
    public static AcceptanceState Required { get; } = new("required");

    /// <summary>Gets the state of a thread that need not be accepted.</summary>
    public static AcceptanceState NotRequired { get; } = new("notRequired");

    /// <summary>Gets the state of a thread for which the platform does not report it.</summary>
    public static AcceptanceState Unknown { get; } = new("unknown");

    /// <summary>Converts the API's text to a value.</summary>
    /// <param name="value">The text, such as <c>required</c>.</param>
    public static implicit operator AcceptanceState(string? value) => new(value);

    /// <summary>Returns the API's text, or an empty string if the value is unknown.</summary>
    public override string ToString() => _value ?? "";

    static AcceptanceState IParsable<AcceptanceState>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<AcceptanceState>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AcceptanceState result)
    {
        result = new(s);
        return s is not null;
    }
}
