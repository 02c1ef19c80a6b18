using InboxSdk.Serialization;

namespace InboxSdk.Sandbox;

/// <summary>Represents a person on a messaging platform, with the context that the team stores.</summary>
/// <remarks>Immutable. To change a prospect, call <c>state.Update(prospect with { Notes = "…" })</c>.</remarks>
public sealed record SandboxProspect
{
    /// <summary>Gets the id in Inbox, such as <c>prospectabc123</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id on the platform; for X, a number in digits.</summary>
    public required string PlatformId { get; init; }

    /// <summary>Gets the platform. The default is <see cref="Platform.X"/>.</summary>
    public Platform Platform { get; init; } = Platform.X;

    /// <summary>Gets the handle, without the at sign.</summary>
    public required string Username { get; init; }

    /// <summary>Gets the display name, or <see langword="null"/> if unknown.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the bio, or <see langword="null"/> if unknown.</summary>
    public string? Bio { get; init; }

    /// <summary>Gets the URL of the avatar, or <see langword="null"/> if unknown.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>Gets whether the account is verified by the platform. The default is <see langword="false"/>.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Gets the number of followers, 0 or more, or <see langword="null"/> if unknown.</summary>
    public int? FollowerCount { get; init; }

    /// <summary>Gets the number of accounts that the prospect follows, 0 or more, or <see langword="null"/> if unknown.</summary>
    public int? FollowingCount { get; init; }

    /// <summary>Gets the location of the profile, or <see langword="null"/> if unknown.</summary>
    public string? Location { get; init; }

    /// <summary>Gets the website of the profile, or <see langword="null"/> if unknown.</summary>
    public string? WebsiteUrl { get; init; }

    /// <summary>Gets the team's notes, or <see langword="null"/> if there are none.</summary>
    public string? Notes { get; init; }

    /// <summary>Gets the value of the deal, or <see langword="null"/> if there is none.</summary>
    public decimal? Valuation { get; init; }

    /// <summary>Gets the ids of the tags, without duplicates, in the order of responses. The default is an empty array.</summary>
    public IReadOnlyList<string> TagIds { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets the id of the pipeline status, or <see langword="null"/> if there is none.</summary>
    public string? StatusId { get; init; }

    /// <summary>Gets the id of the member that the prospect is assigned to, or <see langword="null"/> if it is unassigned.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>Gets the prospect's accounts on other platforms. The default is an empty array.</summary>
    public IReadOnlyList<SandboxProfile> OtherProfiles { get; init => field = ValueList.Of(value); } = ValueList<SandboxProfile>.Empty;

    /// <summary>Gets when the prospect was created. The default is 2025-01-01, midnight UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets whether the prospect is marked as done, independently of its threads. The default is <see langword="false"/>.</summary>
    public bool IsDone { get; init; }
}
