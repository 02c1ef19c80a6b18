using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies a folder of the inbox. A value unknown to this version keeps its text.</summary>
[OpenEnum("noReply")]
[JsonConverter(typeof(OpenEnumJsonConverter<ThreadFolder>))]
[TypeConverter(typeof(OpenEnumTypeConverter<ThreadFolder>))]
public readonly partial record struct ThreadFolder : IParsable<ThreadFolder>
{
    /// <summary>Gets the folder of threads that are neither archived nor requests.</summary>
    public static ThreadFolder Inbox { get; } = new("inbox");

    /// <summary>Gets the folder of inbox threads in which the contact wrote last.</summary>
    public static ThreadFolder NoReply { get; } = new("noReply");

    /// <summary>Gets the folder of requests that are not archived.</summary>
    public static ThreadFolder Requests { get; } = new("requests");

    /// <summary>Gets the folder of archived threads, including requests.</summary>
    public static ThreadFolder Archived { get; } = new("archived");

    /// <summary>Gets the folder of all threads.</summary>
    public static ThreadFolder All { get; } = new("all");
}
