using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies from where a thread was deleted. A value unknown to this version keeps its text.</summary>
[OpenEnum("local")]
[JsonConverter(typeof(OpenEnumJsonConverter<ThreadDeletionScope>))]
[TypeConverter(typeof(OpenEnumTypeConverter<ThreadDeletionScope>))]
public readonly partial record struct ThreadDeletionScope : IParsable<ThreadDeletionScope>
{
    /// <summary>Gets the scope of a thread deleted from Inbox and from the platform.</summary>
    public static ThreadDeletionScope RemoteAndLocal { get; } = new("remoteAndLocal");

    /// <summary>Gets the scope of a thread deleted from Inbox only: the platform cannot delete it, or never had it.</summary>
    public static ThreadDeletionScope Local { get; } = new("local");
}
