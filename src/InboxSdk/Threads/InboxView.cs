using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Specifies a view of the team's inbox. A value unknown to this version keeps its text.</summary>
[OpenEnum("no-reply")]
[JsonConverter(typeof(OpenEnumJsonConverter<InboxView>))]
[TypeConverter(typeof(OpenEnumTypeConverter<InboxView>))]
public readonly partial record struct InboxView : IParsable<InboxView>
{
    /// <summary>Gets the view of active threads.</summary>
    public static InboxView Default { get; } = new("default");

    /// <summary>Gets the view of active threads in which the team acted last; on v1, in which it wrote last.</summary>
    /// <remarks>v2 has no such view (its own <c>noReply</c> means the opposite), so on v2 all active threads are read and filtered: pages are shorter or empty, and
    /// it takes as many requests as <see cref="Default"/>.</remarks>
    public static InboxView NoReply { get; } = new("no-reply");

    /// <summary>Gets the view of new message requests.</summary>
    public static InboxView Requests { get; } = new("requests");

    /// <summary>Gets the view of threads that are done.</summary>
    public static InboxView Archived { get; } = new("archived");
}
