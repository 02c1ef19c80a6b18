using System.Text.Json;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

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
    [JsonPropertyName("encrypted")]
    public bool IsEncrypted { get; init; }
}

/// <summary>Represents message data of a platform unknown to this version.</summary>
public sealed record OtherMessageData : MessagePlatformData
{
    private readonly RawJson _raw;

    /// <summary>Gets the kind that the server sent, or empty if it sent none.</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the JSON that the server sent, or <see langword="null"/> if the application created the record.</summary>
    public JsonElement? Raw { get => _raw.Element; init => _raw = new(value); }
}
