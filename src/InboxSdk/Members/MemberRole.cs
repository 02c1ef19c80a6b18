using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Specifies the role of a team member. A value unknown to this version keeps its text.</summary>
[OpenEnum("admin")]
[JsonConverter(typeof(OpenEnumJsonConverter<MemberRole>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MemberRole>))]
public readonly partial record struct MemberRole : IParsable<MemberRole>
{
    /// <summary>Gets the role of the team's owner.</summary>
    public static MemberRole Owner { get; } = new("owner");

    /// <summary>Gets the role of an administrator.</summary>
    public static MemberRole Admin { get; } = new("admin");

    /// <summary>Gets the role of a regular member.</summary>
    public static MemberRole Member { get; } = new("member");
}
