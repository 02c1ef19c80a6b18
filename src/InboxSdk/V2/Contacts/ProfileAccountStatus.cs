using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the state of an account on a platform. A value unknown to this version keeps its text.</summary>
[OpenEnum("active")]
[JsonConverter(typeof(OpenEnumJsonConverter<ProfileAccountStatus>))]
[TypeConverter(typeof(OpenEnumTypeConverter<ProfileAccountStatus>))]
public readonly partial record struct ProfileAccountStatus : IParsable<ProfileAccountStatus>
{
    /// <summary>Gets the state of an active account.</summary>
    public static ProfileAccountStatus Active { get; } = new("active");

    /// <summary>Gets the state of an account that the platform suspended.</summary>
    public static ProfileAccountStatus Suspended { get; } = new("suspended");

    /// <summary>Gets the state of an account that no longer exists.</summary>
    public static ProfileAccountStatus NotFound { get; } = new("notFound");
}
