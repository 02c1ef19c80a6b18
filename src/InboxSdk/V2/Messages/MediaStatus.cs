using System.ComponentModel;
using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies whether media can be downloaded. A value unknown to this version keeps its text.</summary>
[OpenEnum("ready")]
[JsonConverter(typeof(OpenEnumJsonConverter<MediaStatus>))]
[TypeConverter(typeof(OpenEnumTypeConverter<MediaStatus>))]
public readonly partial record struct MediaStatus : IParsable<MediaStatus>
{
    /// <summary>Gets the status of media that can be downloaded.</summary>
    public static MediaStatus Ready { get; } = new("ready");

    /// <summary>Gets the status of media that is waiting to be processed.</summary>
    public static MediaStatus Pending { get; } = new("pending");

    /// <summary>Gets the status of media that is being processed.</summary>
    public static MediaStatus Processing { get; } = new("processing");

    /// <summary>Gets the status of media that is not available.</summary>
    public static MediaStatus Failed { get; } = new("failed");
}
