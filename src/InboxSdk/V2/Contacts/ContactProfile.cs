using System.Text.Json.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents the profile of a person on a messaging platform.</summary>
public sealed record ContactProfile
{
    /// <summary>Gets the Inbox id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the id on the platform.</summary>
    public string PlatformId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the username without a prefix.</summary>
    public string Username { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the username for display, such as <c>@jane</c>.</summary>
    public string Handle { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the display name.</summary>
    public string DisplayName { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the URL of the avatar, or <see langword="null"/> if there is none.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>Gets the bio, or <see langword="null"/> if there is none.</summary>
    public string? Bio { get; init; }

    /// <summary>Gets the location stated by the person, or <see langword="null"/> if there is none.</summary>
    public string? Location { get; init; }

    /// <summary>Gets the website stated by the person, or <see langword="null"/> if there is none.</summary>
    public string? WebsiteUrl { get; init; }

    /// <summary>Gets the domain of the website, or <see langword="null"/> if there is none.</summary>
    public string? WebsiteDomain { get; init; }

    /// <summary>Gets whether the profile is verified by the platform.</summary>
    [JsonPropertyName("verified")]
    public bool IsVerified { get; init; }

    /// <summary>Gets whether the profile is that of an organization.</summary>
    public bool IsOrganization { get; init; }

    /// <summary>Gets whether posts are visible to approved followers only.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Gets the number of followers, or <see langword="null"/> if the platform does not report it.</summary>
    public long? FollowerCount { get; init; }

    /// <summary>Gets the number of followed profiles, or <see langword="null"/> if the platform does not report it.</summary>
    public long? FollowingCount { get; init; }

    /// <summary>Gets the number of posts, or <see langword="null"/> if the platform does not report it.</summary>
    public long? PostCount { get; init; }

    /// <summary>Gets the engagement count of the platform, or <see langword="null"/> if the platform does not report it.</summary>
    public long? EngagementCount { get; init; }

    /// <summary>Gets the number of lists that contain the profile, or <see langword="null"/> if the platform does not report it.</summary>
    public long? ListedCount { get; init; }

    /// <summary>Gets the state of the account on the platform.</summary>
    public ProfileAccountStatus AccountStatus { get; init; }

    /// <summary>Gets when the account was created on the platform, or <see langword="null"/> if the platform does not report it.</summary>
    public DateTimeOffset? PlatformCreatedAt { get; init; }

    /// <summary>Gets the URL of the profile on the platform, or <see langword="null"/> if there is none.</summary>
    public string? ProfileUrl { get; init; }

    /// <summary>Gets when Inbox last refreshed the profile, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets platform-specific data, or <see langword="null"/> if the response omits it.</summary>
    public ProfilePlatformData? PlatformData { get; init; }
}
