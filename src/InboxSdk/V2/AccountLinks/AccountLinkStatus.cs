using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies whether an account can be used. A value unknown to this version keeps its text.</summary>
[OpenEnum("active")]
[JsonConverter(typeof(OpenEnumJsonConverter<AccountLinkStatus>))]
[TypeConverter(typeof(OpenEnumTypeConverter<AccountLinkStatus>))]
public readonly partial record struct AccountLinkStatus : IParsable<AccountLinkStatus>
{
    /// <summary>Gets the status of a working account.</summary>
    public static AccountLinkStatus Active { get; } = new("active");

    /// <summary>Gets the status of a paused account, which resumes automatically; see <see cref="AccountLink.PauseReasons"/>.</summary>
    public static AccountLinkStatus Paused { get; } = new("paused");

    /// <summary>Gets the status of an account that must be reconnected in the app.</summary>
    public static AccountLinkStatus Offline { get; } = new("offline");
}
