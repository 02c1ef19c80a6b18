using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies whether a thread must be accepted before it continues. A value unknown to this version keeps its text.</summary>
[OpenEnum("required")]
[JsonConverter(typeof(OpenEnumJsonConverter<AcceptanceState>))]
[TypeConverter(typeof(OpenEnumTypeConverter<AcceptanceState>))]
public readonly partial record struct AcceptanceState : IParsable<AcceptanceState>
{
    /// <summary>Gets the state of a thread that must be accepted.</summary>
    public static AcceptanceState Required { get; } = new("required");

    /// <summary>Gets the state of a thread that need not be accepted.</summary>
    public static AcceptanceState NotRequired { get; } = new("notRequired");

    /// <summary>Gets the state of a thread for which the platform does not report it.</summary>
    public static AcceptanceState Unknown { get; } = new("unknown");
}
