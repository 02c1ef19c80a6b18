using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Converts v2 models to those of the facade.</summary>
internal static class FacadeModels
{
    private static readonly ContactProfile NoProfile = new();

    /// <summary>The objects to expand in a contact that becomes a prospect.</summary>
    public const ContactExpand WholeContact = ContactExpand.Status | ContactExpand.Tags;

    /// <param name="contact">The contact, with <see cref="WholeContact"/>.</param>
    /// <param name="profile">The profile to use. The default is the one on X, the platform of v1.</param>
    /// <param name="done">Whether the prospect is done; null if unknown.</param>
    public static Prospect ToProspect(this Contact contact, ContactProfile? profile = null, bool? done = null) =>
        contact.ToProspect(profile, ((ValueList<Tag>)[.. (contact.Tags ?? []).Select(ToTag)]), contact.Status?.ToStatus(), done);

    public static Prospect ToProspect(this Contact contact, ContactProfile? profile, IReadOnlyList<Tag> tags, Status? status, bool? done)
    {
        profile ??= contact.MainProfile() ?? NoProfile;
        return new()
        {
            Id = contact.Id,
            PlatformId = profile.PlatformId,
            Platform = profile.Platform,
            Username = profile.Username,
            // v2 displays the username of a person without a name.
            Name = profile.DisplayName is { Length: > 0 } name && name != profile.Username && name != profile.Handle ? name : null,
            Bio = profile.Bio,
            AvatarUrl = profile.AvatarUrl,
            IsVerified = profile.IsVerified,
            FollowerCount = profile.FollowerCount,
            FollowingCount = profile.FollowingCount,
            Location = profile.Location,
            WebsiteUrl = profile.WebsiteUrl,
            Notes = contact.Notes,
            Valuation = contact.Valuation,
            Tags = tags,
            Status = status,
            AssigneeId = contact.AssigneeId,
            IsDone = done,
        };
    }

    /// <summary>Returns what a thread implies for its contact: an active thread means that it is not done, an archived one leaves it unknown.</summary>
    public static bool? ImpliedDone(this ContactThread thread) => thread.IsArchived ? null : false;

    private static ContactProfile? MainProfile(this Contact contact) =>
        contact.Profiles.FirstOrDefault(profile => profile.Platform == Platform.X) ?? (contact.Profiles is [var first, ..] ? first : null);

    public static InboxThread ToThread(this ContactThread thread, Prospect prospect) => new()
    {
        Id = thread.Id,
        PlatformId = thread.PlatformId ?? "",
        AccountLinkId = thread.AccountLinkId,
        ProspectId = thread.ContactId,
        IsDone = thread.IsArchived,
        AssigneeId = thread.AssigneeId,
        CreatedAt = thread.CreatedAt,
        LastMessageAt = thread.LastMessage?.CreatedAt,
        Prospect = prospect,
    };

    public static Tag ToTag(this ContactTag tag) => new() { Id = tag.Id, Name = tag.Name, Color = ToColor(tag.Color) };

    public static Status ToStatus(this ContactStatus status) => new() { Id = status.Id, Name = status.Name, Color = ToColor(status.Color) };

    /// <summary>Formats a color as in v1, so that comparisons of an application work with both API versions.</summary>
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
