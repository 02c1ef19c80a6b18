namespace InboxSdk.V2;

/// <summary>Turns v2's models into the facade's.</summary>
internal static class FacadeModels
{
    /// <summary>What a contact must hold to become a whole prospect.</summary>
    public const ContactExpand WholeContact = ContactExpand.Status | ContactExpand.Tags;

    /// <param name="contact">The contact, with <see cref="WholeContact"/>.</param>
    /// <param name="profile">The person on the platform that matters; by default on X, which is where v1 knew people.</param>
    public static Prospect ToProspect(this Contact contact, ContactProfile? profile = null) => (profile ?? contact.MainProfile()).ToProspect() with
    {
        Id = contact.Id,
        Notes = contact.Notes,
        Valuation = contact.Valuation,
        Tags = [.. (contact.Tags ?? []).Select(ToTag)],
        Status = contact.Status?.ToStatus(),
        AssignedToMemberId = contact.AssigneeId,
    };

    /// <summary>The profile alone, without an id and the team's context.</summary>
    private static Prospect ToProspect(this ContactProfile? profile) => profile is null ? new() : new()
    {
        PlatformId = profile.PlatformId,
        Platform = profile.Platform,
        PlatformUsername = profile.Username,
        Name = profile.DisplayName,
        Description = profile.Bio,
        ProfileImageUrl = profile.AvatarUrl,
        Verified = profile.Verified,
        FollowersCount = profile.FollowerCount,
        FollowingCount = profile.FollowingCount,
        Location = profile.Location,
        Url = profile.WebsiteUrl,
    };

    private static ContactProfile? MainProfile(this Contact contact) =>
        contact.Profiles.FirstOrDefault(profile => profile.Platform == Platform.X) ?? (contact.Profiles is [var first, ..] ? first : null);

    public static InboxThread ToThread(this ContactThread thread, Prospect prospect) => new()
    {
        Id = thread.Id,
        PlatformId = thread.PlatformId ?? "",
        AccountLinkId = thread.AccountLinkId,
        ProspectId = thread.ContactId,
        Done = thread.Archived,
        AssignedToMemberId = thread.AssigneeId,
        CreatedAt = thread.CreatedAt,
        LastMessageAt = thread.LastMessage?.CreatedAt,
        // One thread that is not archived settles it; an archived one leaves it open.
        Prospect = prospect with { Done = thread.Archived ? null : false },
    };

    public static Tag ToTag(this ContactTag tag) => new() { Id = tag.Id, Name = tag.Name, Color = ToColor(tag.Color) };

    public static Status ToStatus(this ContactStatus status) => new() { Id = status.Id, Name = status.Name, Color = ToColor(status.Color) };

    /// <summary>A colour as v1 writes it, so that an application's comparisons hold on both generations.</summary>
    public static string ToColor(string? hex) => hex?.ToUpperInvariant() ?? "";

    public static Member ToMember(this TeamMember member) => new()
    {
        Id = member.Id,
        Email = member.Email,
        Name = member.Name,
        Role = member.Role == TeamRole.User ? MemberRole.Member : new(member.Role.ToString()),
        CreatedAt = member.CreatedAt,
    };
}
