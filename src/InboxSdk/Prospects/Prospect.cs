namespace InboxSdk;

/// <summary>A person on a messaging platform, with the profile the platform shows and the context the team keeps.</summary>
/// <remarks>
/// <para>A prospect comes into being when the person writes to the team or the team to the person. Profile fields follow the platform with a
/// delay: names and the bio at each interaction, the follower count from time to time.</para>
/// <para>Answers to a context update are partial: they leave out profile fields such as <see cref="PlatformId"/>. Text fields that are absent read as
/// empty, optional ones as <see langword="null"/>.</para>
/// </remarks>
public sealed record Prospect
{
    /// <summary>Gets the prospect's Inbox id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the person's id on the platform, such as the X user id.</summary>
    public string PlatformId { get => field ?? ""; init; }

    /// <summary>Gets the platform the person is on.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the handle, without the <c>@</c>.</summary>
    public string PlatformUsername { get => field ?? ""; init; }

    /// <summary>Gets the display name; <see langword="null"/> when there is none.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the bio; <see langword="null"/> when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the address of the avatar; <see langword="null"/> when there is none.</summary>
    public string? ProfileImageUrl { get; init; }

    /// <summary>Gets whether the platform has verified the person.</summary>
    public bool Verified { get; init; }

    /// <summary>Gets how many people follow the person; <see langword="null"/> when the platform did not say.</summary>
    public long? FollowersCount { get; init; }

    /// <summary>Gets how many people the person follows; <see langword="null"/> when the platform did not say.</summary>
    public long? FollowingCount { get; init; }

    /// <summary>Gets the location the person states; <see langword="null"/> when the person states none.</summary>
    public string? Location { get; init; }

    /// <summary>Gets the website the person states; <see langword="null"/> when the person states none.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the team's notes; <see langword="null"/> when there are none.</summary>
    public string? Notes { get; init; }

    /// <summary>Gets the deal value, in the team's own currency; <see langword="null"/> when there is none.</summary>
    public decimal? Valuation { get; init; }

    /// <summary>Gets the tags applied to the prospect; empty when there are none.</summary>
    public IReadOnlyList<Tag> Tags { get => field ?? []; init; }

    /// <summary>Gets the stage of the pipeline the prospect is in; <see langword="null"/> when it is in none.</summary>
    public Status? Status { get; init; }

    /// <summary>Gets the id of the member the prospect is assigned to; <see langword="null"/> when it is assigned to nobody.</summary>
    public string? AssignedToMemberId { get; init; }

    /// <summary>Gets whether the team is done with the prospect; <see langword="null"/> when the answer does not say.</summary>
    /// <remarks>v2 keeps this by thread: there the team is done with a prospect when each of the prospect's threads is archived. <see cref="IProspectsClient.GetAsync"/>
    /// and <see cref="IProspectsClient.FindByPlatformIdAsync"/> find out by a request of their own. A list does not: it says <see langword="false"/> beside a
    /// thread that is not archived, else <see langword="null"/>.</remarks>
    public bool? Done { get; init; }
}
