using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the role of a team member. A value unknown to this version keeps its text.</summary>
[OpenEnum("admin")]
[JsonConverter(typeof(OpenEnumJsonConverter<TeamRole>))]
[TypeConverter(typeof(OpenEnumTypeConverter<TeamRole>))]
public readonly partial record struct TeamRole : IParsable<TeamRole>
{
    /// <summary>Gets the role of the team's owner.</summary>
    public static TeamRole Owner { get; } = new("owner");

    /// <summary>Gets the role of an administrator.</summary>
    public static TeamRole Admin { get; } = new("admin");

    /// <summary>Gets the role of a regular member.</summary>
    public static TeamRole User { get; } = new("user");
}
