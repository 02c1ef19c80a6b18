using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies where a message was changed. A value unknown to this version keeps its text.</summary>
[OpenEnum("api")]
[JsonConverter(typeof(OpenEnumJsonConverter<MessageOrigin>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MessageOrigin>))]
public readonly partial record struct MessageOrigin : IParsable<MessageOrigin>
{
    /// <summary>Gets the origin of changes made in the Inbox app.</summary>
    public static MessageOrigin Inbox { get; } = new("inbox");

    /// <summary>Gets the origin of changes made on the platform.</summary>
    public static MessageOrigin Platform { get; } = new("platform");

    /// <summary>Gets the origin of changes made with the API.</summary>
    public static MessageOrigin Api { get; } = new("api");
}
