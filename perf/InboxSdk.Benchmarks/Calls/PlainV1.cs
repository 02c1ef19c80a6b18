using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace InboxSdk.Benchmarks.Calls;

/// <summary>A hand-written v1 client: models in the form that is fastest with System.Text.Json, and a generated context.</summary>
public sealed class PlainProspect
{
    public string Id { get; set; } = "";
    public string? PlatformId { get; set; }
    public string? Platform { get; set; }
    public string? PlatformUsername { get; set; }
    public string? Name { get; set; }
    public string? Description { get; set; }
    public string? ProfileImageUrl { get; set; }
    public bool Verified { get; set; }
    public long? FollowersCount { get; set; }
    public long? FollowingCount { get; set; }
    public string? Location { get; set; }
    public string? Url { get; set; }
    public string? Notes { get; set; }
    public decimal? Valuation { get; set; }
    public List<PlainLabel> Tags { get; set; } = [];
    public PlainLabel? Status { get; set; }
    public string? AssignedToMemberId { get; set; }
    public bool Done { get; set; }
}

public sealed class PlainLabel
{
    public string Id { get; set; } = "";
    public string? Name { get; set; }
    public string? Color { get; set; }
}

public sealed class PlainThread
{
    public string Id { get; set; } = "";
    public string? PlatformId { get; set; }
    public string? AccountLinkId { get; set; }
    public string? ProspectId { get; set; }
    public bool Done { get; set; }
    public string? AssignedToMemberId { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public DateTimeOffset? LastMessageAt { get; set; }
    public PlainProspect? Prospect { get; set; }
}

public sealed class PlainCursor
{
    public string? Id { get; set; }
    public string? Timestamp { get; set; }
}

public sealed class PlainProspectResponse
{
    public PlainProspect? Prospect { get; set; }
}

public sealed class PlainThreadsResponse
{
    public List<PlainThread> Threads { get; set; } = [];
    public PlainCursor? NextCursor { get; set; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PlainProspectResponse))]
[JsonSerializable(typeof(PlainThreadsResponse))]
public sealed partial class PlainV1JsonContext : JsonSerializerContext;

public interface IPlainV1Api
{
    [Get("/prospects/{id}")]
    Task<PlainProspectResponse> GetProspectAsync(string id, CancellationToken cancellationToken);

    [Get("/threads")]
    Task<PlainThreadsResponse> ListThreadsAsync(int limit, CancellationToken cancellationToken);
}
