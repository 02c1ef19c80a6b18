using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Represents a person on a messaging platform, with the platform profile and the context that the team stores.</summary>
/// <remarks>
/// <para>A prospect is created when the person writes to the team or the team to the person. Profile properties are refreshed with a delay: names and the bio
/// at each interaction, the follower count occasionally.</para>
/// <para>Responses to a context update are partial: they omit profile properties such as <see cref="PlatformId"/>. Text properties that are absent are
/// empty, optional ones are <see langword="null"/>.</para>
/// </remarks>
public sealed record Prospect
{
    /// <summary>Gets the Inbox id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id on the platform, such as the X user id.</summary>
    public string PlatformId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the platform.</summary>
    public Platform Platform { get; init; }

    /// <summary>Gets the handle without the <c>@</c>.</summary>
    public string Username { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the display name, or <see langword="null"/> if there is none.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the bio, or <see langword="null"/> if there is none.</summary>
    public string? Bio { get; init; }

    /// <summary>Gets the URL of the avatar, or <see langword="null"/> if there is none.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>Gets whether the profile is verified by the platform.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Gets the number of followers, or <see langword="null"/> if the platform does not report it.</summary>
    public long? FollowerCount { get; init; }

    /// <summary>Gets the number of followed profiles, or <see langword="null"/> if the platform does not report it.</summary>
    public long? FollowingCount { get; init; }

    /// <summary>Gets the location stated by the person, or <see langword="null"/> if there is none.</summary>
    public string? Location { get; init; }

    /// <summary>Gets the website stated by the person, or <see langword="null"/> if there is none.</summary>
    public string? WebsiteUrl { get; init; }

    /// <summary>Gets the team's notes, or <see langword="null"/> if there is none.</summary>
    public string? Notes { get; init; }

    /// <summary>Gets the deal value in the team's currency, or <see langword="null"/> if there is none.</summary>
    public decimal? Valuation { get; init; }

    /// <summary>Gets the tags, or empty if there are none.</summary>
    public IReadOnlyList<Tag> Tags { get; init => field = ValueList.Of(value); } = ValueList<Tag>.Empty;

    /// <summary>Gets the pipeline status, or <see langword="null"/> if there is none.</summary>
    public Status? Status { get; init; }

    /// <summary>Gets the id of the assigned member, or <see langword="null"/> if the prospect is unassigned.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>Gets whether the prospect is marked as done, or <see langword="null"/> if unknown.</summary>
    /// <remarks>v2 stores this per thread: a prospect is done when all of its threads are archived. <see cref="IProspectsClient.GetAsync"/> and
    /// <see cref="IProspectsClient.FindByPlatformIdAsync"/> determine it only with <see cref="ProspectExpand.IsDone"/>, because it takes a further request. In a list it is
    /// <see langword="false"/> if the listed thread is not archived, and <see langword="null"/> otherwise.</remarks>
    public bool? IsDone { get; init; }
}
