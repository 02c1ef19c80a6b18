using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents the limits of messages on a platform.</summary>
public sealed record PlatformLimits
{
    /// <summary>Gets the maximum number of characters, counting an emoji as one, or <see langword="null"/> if there is no limit.</summary>
    [JsonPropertyName("characters")]
    public long? MaxCharacters { get; init; }

    /// <summary>Gets the maximum number of media, or <see langword="null"/> if there is no limit.</summary>
    [JsonPropertyName("mediaCount")]
    public long? MaxMediaCount { get; init; }

    /// <summary>Gets the maximum size of each in bytes, or <see langword="null"/> if there is no limit.</summary>
    [JsonPropertyName("mediaBytes")]
    public long? MaxMediaBytes { get; init; }

    /// <summary>Gets the accepted types by kind (<c>image</c>, <c>video</c>, <c>gif</c>, <c>file</c>, <c>audio</c>): a MIME type, a MIME type family or a file
    /// extension. A missing kind is not accepted; <see langword="null"/> accepts all.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? MediaTypes
    {
        get;
        init => field = value is null ? null : new ValueMap<IReadOnlyList<string>>(value.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<string>)ValueList.Of(entry.Value)));
    }
}
