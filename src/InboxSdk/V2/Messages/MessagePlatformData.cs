using System.Text.Json;
using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>What only one platform has of a message: <see cref="XMessageData"/>, or <see cref="OtherMessageData"/> for platforms this version does not know.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(XMessageData), "x")]
[JsonDerivedType(typeof(OtherMessageData), "other")]
public abstract record MessagePlatformData
{
    private protected MessagePlatformData()
    {
    }
}

/// <summary>What X has of a message.</summary>
public sealed record XMessageData : MessagePlatformData
{
    /// <summary>Gets whether the message is end-to-end encrypted.</summary>
    public bool Encrypted { get; init; }
}

/// <summary>What a platform has of a message that this version does not know.</summary>
/// <param name="Kind">The kind the server named; empty when it named none.</param>
/// <param name="Raw">What the server sent, as it came.</param>
public sealed record OtherMessageData(string Kind, JsonElement Raw) : MessagePlatformData;

internal sealed class MessagePlatformDataJsonConverter() : UnionJsonConverter<MessagePlatformData>("_tag")
{
    protected override MessagePlatformData Read(string kind, JsonElement element, JsonSerializerOptions options) =>
        kind == "twitter" ? Case<XMessageData>(element, options) : new OtherMessageData(kind, element);
}
