using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace InboxSdk.Benchmarks.Calls;

/// <summary>A hand-written v2 client, with as many properties as the SDK's models.</summary>
public sealed class PlainContact
{
    public string Id { get; set; } = "";
    public List<PlainProfile> Profiles { get; set; } = [];
    public string? StatusId { get; set; }
    public List<string> TagIds { get; set; } = [];
    public string? Notes { get; set; }
    public decimal? Valuation { get; set; }
    public string? AssigneeId { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public PlainLabel? Status { get; set; }
    public List<PlainLabel>? Tags { get; set; }
}

public sealed class PlainProfile
{
    public string Id { get; set; } = "";
    public string? Platform { get; set; }
    public string? PlatformId { get; set; }
    public string? Username { get; set; }
    public string? Handle { get; set; }
    public string? DisplayName { get; set; }
    public string? AvatarUrl { get; set; }
    public string? Bio { get; set; }
    public string? Location { get; set; }
    public string? WebsiteUrl { get; set; }
    public string? WebsiteDomain { get; set; }
    public bool Verified { get; set; }
    public bool IsOrganization { get; set; }
    public bool IsProtected { get; set; }
    public long? FollowerCount { get; set; }
    public long? FollowingCount { get; set; }
    public long? PostCount { get; set; }
    public long? EngagementCount { get; set; }
    public long? ListedCount { get; set; }
    public string? AccountStatus { get; set; }
    public DateTimeOffset? PlatformCreatedAt { get; set; }
    public string? ProfileUrl { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public JsonElement? PlatformData { get; set; }
}

public sealed class PlainV2Thread
{
    public string Id { get; set; } = "";
    public string? Platform { get; set; }
    public string? PlatformId { get; set; }
    public string? AccountLinkId { get; set; }
    public string? ProfileId { get; set; }
    public string? ContactId { get; set; }
    public string? AssigneeId { get; set; }
    public bool IsRequest { get; set; }
    public string? AcceptanceState { get; set; }
    public bool Archived { get; set; }
    public bool Unread { get; set; }
    public List<string> Restrictions { get; set; } = [];
    public bool Syncing { get; set; }
    public string? TypingIndicators { get; set; }
    public PlainLastMessage? LastMessage { get; set; }
    public PlainActivity? Activity { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public PlainProfile? Profile { get; set; }
    public PlainContact? Contact { get; set; }
}

public sealed class PlainLastMessage
{
    public string? Id { get; set; }
    public string? Direction { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
}

public sealed class PlainActivity
{
    public string? Preview { get; set; }
    public string? Direction { get; set; }
    public DateTimeOffset? At { get; set; }
}

public sealed class PlainV2ThreadsResponse
{
    public List<PlainV2Thread> Data { get; set; } = [];
    public string? NextCursor { get; set; }
}

public sealed class PlainContactsResponse
{
    public List<PlainContact> Data { get; set; } = [];
    public string? NextCursor { get; set; }
}

public sealed class PlainMessage
{
    public string Id { get; set; } = "";
    public string ThreadId { get; set; } = "";
    public string? AccountLinkId { get; set; }
    public string? Platform { get; set; }
    public string? PlatformId { get; set; }
    public string? Direction { get; set; }
    public JsonElement? SentBy { get; set; }
    public string? Content { get; set; }
    public PlainEntities? Entities { get; set; }
    public List<JsonElement> Attachments { get; set; } = [];
    public JsonElement? Forwarded { get; set; }
    public List<JsonElement> Reactions { get; set; } = [];
    public DateTimeOffset? EditedAt { get; set; }
    public DateTimeOffset? DeletedAt { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public JsonElement? PlatformData { get; set; }
    public JsonElement? ReplyTo { get; set; }
}

public sealed class PlainEntities
{
    public List<JsonElement> Urls { get; set; } = [];
    public List<JsonElement> PostShares { get; set; } = [];
    public List<JsonElement> Mentions { get; set; } = [];
    public List<JsonElement> Hashtags { get; set; } = [];
    public List<JsonElement> Cashtags { get; set; } = [];
    public List<JsonElement> Format { get; set; } = [];
}

public sealed class PlainMessagesResponse
{
    public List<PlainMessage> Data { get; set; } = [];
    public string? NextCursor { get; set; }
}

public sealed class PlainEvent
{
    public string Id { get; set; } = "";
    public long Seq { get; set; }
    public string? ApiVersion { get; set; }
    public string? Type { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    [JsonPropertyName("object")]
    public PlainEventObject? Target { get; set; }
    public JsonElement? Data { get; set; }
}

public sealed class PlainEventObject
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? Url { get; set; }
}

public sealed class PlainEventsResponse
{
    public List<PlainEvent> Data { get; set; } = [];
    public long LastSeq { get; set; }
    public bool HasMore { get; set; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PlainMessagesResponse))]
[JsonSerializable(typeof(PlainEventsResponse))]
[JsonSerializable(typeof(PlainContact))]
[JsonSerializable(typeof(PlainContactsResponse))]
[JsonSerializable(typeof(PlainV2ThreadsResponse))]
public sealed partial class PlainV2JsonContext : JsonSerializerContext;

public interface IPlainV2Api
{
    [Get("/contacts/{id}?expand=status&expand=tags")]
    Task<PlainContact> GetContactAsync(string id, CancellationToken cancellationToken);

    [Get("/threads?folder=all&expand=profile&expand=contact")]
    Task<PlainV2ThreadsResponse> ListThreadsAsync(int limit, CancellationToken cancellationToken);
}
