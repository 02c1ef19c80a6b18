using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the author of a message: the team or the contact. A value unknown to this version keeps its text.</summary>
[OpenEnum("inbound")]
[JsonConverter(typeof(OpenEnumJsonConverter<MessageDirection>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MessageDirection>))]
public readonly partial record struct MessageDirection : IParsable<MessageDirection>
{
    /// <summary>Gets the direction of messages that the contact wrote.</summary>
    public static MessageDirection Inbound { get; } = new("inbound");

    /// <summary>Gets the direction of messages that the team wrote.</summary>
    public static MessageDirection Outbound { get; } = new("outbound");
}
