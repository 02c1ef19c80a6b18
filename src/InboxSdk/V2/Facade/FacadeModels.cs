namespace InboxSdk.V2;

/// <summary>Turns v2's models into the facade's.</summary>
internal static class FacadeModels
{
    private static readonly ContactProfile Nobody = new();

    /// <summary>What a contact must hold to become a whole prospect.</summary>
    public const ContactExpand WholeContact = ContactExpand.Status | ContactExpand.Tags;

    /// <param name="contact">The contact, with <see cref="WholeContact"/>.</param>
    /// <param name="profile">The person on the platform that matters; by default on X, which is where v1 knew people.</param>
    /// <param name="done">Whether the team is done with the person; null when that is not known.</param>
    public static Prospect ToProspect(this Contact contact, ContactProfile? profile = null, bool? done = null) =>
        contact.ToProspect(profile, [.. (contact.Tags ?? []).Select(ToTag)], contact.Status?.ToStatus(), done);

    public static Prospect ToProspect(this Contact contact, ContactProfile? profile, IReadOnlyList<Tag> tags, Status? status, bool? done)
    {
        profile ??= contact.MainProfile() ?? Nobody;
        return new()
        {
            Id = contact.Id,
            PlatformId = profile.PlatformId,
            Platform = profile.Platform,
            PlatformUsername = profile.Username,
            // v2 displays a person who has no name by the username.
            Name = profile.DisplayName is { Length: > 0 } name && name != profile.Username && name != profile.Handle ? name : null,
            Description = profile.Bio,
            ProfileImageUrl = profile.AvatarUrl,
            Verified = profile.Verified,
            FollowersCount = profile.FollowerCount,
            FollowingCount = profile.FollowingCount,
            Location = profile.Location,
            Url = profile.WebsiteUrl,
            Notes = contact.Notes,
            Valuation = contact.Valuation,
            Tags = tags,
            Status = status,
            AssignedToMemberId = contact.AssigneeId,
            Done = done,
        };
    }

    /// <summary>What a thread tells of its contact being done: one that is not archived settles it, an archived one leaves it open.</summary>
    public static bool? ToldDone(this ContactThread thread) => thread.Archived ? null : false;

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
        Prospect = prospect,
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
