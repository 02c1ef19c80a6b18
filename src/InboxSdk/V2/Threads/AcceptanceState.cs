using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Names whether a thread must be accepted before it goes on. A value this version does not know keeps the text the server sent.</summary>
[JsonConverter(typeof(OpenEnumJsonConverter<AcceptanceState>))]
[TypeConverter(typeof(OpenEnumTypeConverter<AcceptanceState>))]
public readonly record struct AcceptanceState : IParsable<AcceptanceState>
{
    private readonly string? _value;

    /// <summary>Creates the value from the API's text.</summary>
    /// <param name="value">The text, such as <c>required</c>; compared by ordinal. Null and empty both mean "not known".</param>
    public AcceptanceState(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Gets the state of a thread that must be accepted.</summary>
    public static AcceptanceState Required { get; } = new("required");

    /// <summary>Gets the state of a thread that need not be accepted.</summary>
    public static AcceptanceState NotRequired { get; } = new("notRequired");

    /// <summary>Gets the state of a thread of which the platform does not say.</summary>
    public static AcceptanceState Unknown { get; } = new("unknown");

    /// <summary>Converts the API's text.</summary>
    /// <param name="value">The text, such as <c>required</c>.</param>
    public static implicit operator AcceptanceState(string? value) => new(value);

    /// <summary>Returns the API's text; empty when the value is not known.</summary>
    public override string ToString() => _value ?? "";

    static AcceptanceState IParsable<AcceptanceState>.Parse(string s, IFormatProvider? provider) => new(s);

    static bool IParsable<AcceptanceState>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AcceptanceState result)
    {
        result = new(s);
        return s is not null;
    }
}
