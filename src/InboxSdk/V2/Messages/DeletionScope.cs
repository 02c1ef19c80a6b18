using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies for whom a message is deleted. A value unknown to this version keeps its text.</summary>
[OpenEnum("all")]
[JsonConverter(typeof(OpenEnumJsonConverter<DeletionScope>))]
[TypeConverter(typeof(OpenEnumTypeConverter<DeletionScope>))]
public readonly partial record struct DeletionScope : IParsable<DeletionScope>
{
    /// <summary>Gets the scope of the team's own account. Requires <see cref="Capability.MessageDeleteSelf"/>.</summary>
    public static DeletionScope Self { get; } = new("self");

    /// <summary>Gets the scope of everyone. Requires <see cref="Capability.MessageUnsend"/>.</summary>
    public static DeletionScope All { get; } = new("all");
}
