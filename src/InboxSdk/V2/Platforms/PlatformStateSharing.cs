using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Specifies the directions in which a thread state is shared.</summary>
public sealed record PlatformStateSharing
{
    /// <summary>Gets whether Inbox detects changes made on the platform.</summary>
    [JsonPropertyName("observe")]
    public bool CanObserve { get; init; }

    /// <summary>Gets whether changes made in Inbox are also made on the platform.</summary>
    [JsonPropertyName("mutate")]
    public bool CanMutate { get; init; }
}
