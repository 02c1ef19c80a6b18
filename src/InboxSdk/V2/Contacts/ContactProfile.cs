namespace InboxSdk.V2;

/// <summary>A person on a messaging platform, as the platform shows them.</summary>
public sealed record ContactProfile
{
    /// <summary>Gets the profile's Inbox id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the person's id on the platform.</summary>
    public string PlatformId { get => field ?? ""; init; }

    /// <summary>Gets the username, without a prefix.</summary>
    public string Username { get => field ?? ""; init; }

    /// <summary>Gets the username as it is shown, such as <c>@jane</c>.</summary>
    public string Handle { get => field ?? ""; init; }

    /// <summary>Gets the display name.</summary>
    public string DisplayName { get => field ?? ""; init; }

    /// <summary>Gets the address of the avatar; <see langword="null"/> when there is none.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>Gets the bio; <see langword="null"/> when there is none.</summary>
    public string? Bio { get; init; }

    /// <summary>Gets the location the person states; <see langword="null"/> when the person states none.</summary>
    public string? Location { get; init; }

    /// <summary>Gets the website the person states; <see langword="null"/> when the person states none.</summary>
    public string? WebsiteUrl { get; init; }

    /// <summary>Gets the website's domain; <see langword="null"/> when there is none.</summary>
    public string? WebsiteDomain { get; init; }

    /// <summary>Gets whether the platform has verified the person.</summary>
    public bool Verified { get; init; }

    /// <summary>Gets whether this is an organization.</summary>
    public bool IsOrganization { get; init; }

    /// <summary>Gets whether the person shows posts to chosen people alone.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Gets how many people follow the person; <see langword="null"/> when the platform did not say.</summary>
    public long? FollowerCount { get; init; }

    /// <summary>Gets how many people the person follows; <see langword="null"/> when the platform did not say.</summary>
    public long? FollowingCount { get; init; }

    /// <summary>Gets how many posts the person wrote; <see langword="null"/> when the platform did not say.</summary>
    public long? PostCount { get; init; }

    /// <summary>Gets how much the person took part, as the platform counts it; <see langword="null"/> when the platform did not say.</summary>
    public long? EngagementCount { get; init; }

    /// <summary>Gets on how many lists the person is; <see langword="null"/> when the platform did not say.</summary>
    public long? ListedCount { get; init; }

    /// <summary>Gets the state of the account on the platform.</summary>
    public ProfileAccountStatus AccountStatus { get; init; }

    /// <summary>Gets when the account on the platform was created; <see langword="null"/> when the platform did not say.</summary>
    public DateTimeOffset? PlatformCreatedAt { get; init; }

    /// <summary>Gets the address of the profile on the platform; <see langword="null"/> when there is none.</summary>
    public string? ProfileUrl { get; init; }

    /// <summary>Gets when Inbox last read the profile; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets what only this platform has; <see langword="null"/> when the answer lacks it.</summary>
    public ProfilePlatformData? PlatformData { get; init; }
}
