using System.Collections.Immutable;

namespace InboxSdk.Sandbox;

/// <summary>Holds a person on a messaging platform together with the team's context about them.</summary>
/// <remarks>Immutable: change one with <c>state.Update(prospect with { Notes = "…" })</c>.</remarks>
public sealed record SandboxProspect
{
    /// <summary>Gets the id in Inbox, such as <c>prospect_abc123</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id on the platform, for X a number in digits.</summary>
    public required string PlatformId { get; init; }

    /// <summary>Gets the platform. Default: <c>x</c>.</summary>
    public string Platform { get; init; } = "x";

    /// <summary>Gets the handle, without the at sign.</summary>
    public required string PlatformUsername { get; init; }

    /// <summary>Gets the display name, or <see langword="null"/> when unknown.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the bio, or <see langword="null"/> when unknown.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the address of the avatar, or <see langword="null"/> when unknown.</summary>
    public string? ProfileImageUrl { get; init; }

    /// <summary>Gets whether the platform verified the account. Default: <see langword="false"/>.</summary>
    public bool Verified { get; init; }

    /// <summary>Gets the number of followers, 0 or more, or <see langword="null"/> when unknown.</summary>
    public int? FollowersCount { get; init; }

    /// <summary>Gets how many accounts the prospect follows, 0 or more, or <see langword="null"/> when unknown.</summary>
    public int? FollowingCount { get; init; }

    /// <summary>Gets the location of the profile, or <see langword="null"/> when unknown.</summary>
    public string? Location { get; init; }

    /// <summary>Gets the website of the profile, or <see langword="null"/> when unknown.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the team's notes, or <see langword="null"/> for none.</summary>
    public string? Notes { get; init; }

    /// <summary>Gets the value of the deal, or <see langword="null"/> for none.</summary>
    public decimal? Valuation { get; init; }

    /// <summary>Gets the ids of the applied tags, each once, in the order of the answers. Default: none.</summary>
    public ImmutableArray<string> TagIds { get; init; } = [];

    /// <summary>Gets the id of the pipeline status, or <see langword="null"/> for none.</summary>
    public string? StatusId { get; init; }

    /// <summary>Gets the id of the member who looks after the prospect, or <see langword="null"/> for nobody.</summary>
    public string? AssignedToMemberId { get; init; }

    /// <summary>Gets the prospect's accounts on further platforms. Default: none.</summary>
    public ImmutableArray<SandboxProfile> OtherProfiles { get; init; } = [];

    /// <summary>Gets when the team came to know the prospect. Default: 2025-01-01, midnight UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets whether the prospect is marked as done. Default: <see langword="false"/>. Threads have a mark of their own.</summary>
    public bool Done { get; init; }
}
