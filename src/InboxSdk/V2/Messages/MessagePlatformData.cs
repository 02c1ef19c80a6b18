using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents platform-specific data of a message: <see cref="XMessageData"/>, or <see cref="OtherMessageData"/> for platforms unknown to this version.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(XMessageData), "x")]
[JsonDerivedType(typeof(OtherMessageData), "other")]
public abstract record MessagePlatformData
{
    private protected MessagePlatformData()
    {
    }
}

/// <summary>Represents X-specific data of a message.</summary>
public sealed record XMessageData : MessagePlatformData
{
    /// <summary>Gets whether the message is end-to-end encrypted.</summary>
    public bool Encrypted { get; init; }
}

/// <summary>Represents message data of a platform unknown to this version.</summary>
public sealed record OtherMessageData : MessagePlatformData
{
    /// <summary>Gets the kind that the server sent, or empty if it sent none.</summary>
    public string Kind { get => field ?? ""; init; }

    /// <summary>Gets the JSON that the server sent.</summary>
    public JsonElement Raw { get; init; }
}

internal sealed class MessagePlatformDataJsonConverter() : UnionJsonConverter<MessagePlatformData>("_tag")
{
    protected override MessagePlatformData Read(string kind, JsonElement element, JsonSerializerOptions options) =>
        kind == "twitter" ? Case<XMessageData>(element, options) : new OtherMessageData { Kind = kind, Raw = element };
}
