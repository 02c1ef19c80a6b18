using InboxSdk.Exports;

namespace InboxSdk;

/// <summary>Provides the columns of exported prospects. For others see <see cref="ExportColumn"/>.</summary>
public static class ProspectColumn
{
    /// <summary>Gets the Inbox id, <c>prospectId</c>.</summary>
    public static ExportColumn<Prospect> ProspectId { get; } = ExportColumn.Text<Prospect>("prospectId", prospect => prospect.Id, width: 22);

    /// <summary>Gets the id on the platform, <c>platformId</c>.</summary>
    public static ExportColumn<Prospect> PlatformId { get; } = ExportColumn.Text<Prospect>("platformId", prospect => prospect.PlatformId, width: 22);

    /// <summary>Gets the handle, <c>username</c>.</summary>
    public static ExportColumn<Prospect> Username { get; } = ExportColumn.Text<Prospect>("username", prospect => prospect.Username, width: 18);

    /// <summary>Gets the display name, <c>name</c>.</summary>
    public static ExportColumn<Prospect> DisplayName { get; } = ExportColumn.Text<Prospect>("name", prospect => prospect.Name, width: 28);

    /// <summary>Gets the number of followers, <c>followers</c>; if unknown, 0, and <c>null</c> in JSON Lines.</summary>
    public static ExportColumn<Prospect> Followers { get; } = new CountColumn<Prospect>("followers", prospect => prospect.FollowerCount, width: 12);

    /// <summary>Gets whether the profile is verified by the platform, <c>verified</c>: <c>true</c> or <c>false</c>.</summary>
    public static ExportColumn<Prospect> Verified { get; } = ExportColumn.Boolean<Prospect>("verified", prospect => prospect.IsVerified);

    /// <summary>Gets the names of the tags, <c>tags</c>, separated by <c>; </c>.</summary>
    public static ExportColumn<Prospect> Tags { get; } = ExportColumn.Text<Prospect>("tags", NamesOfTags, width: 28);

    /// <summary>Gets the name of the status, <c>status</c>.</summary>
    public static ExportColumn<Prospect> Status { get; } = ExportColumn.Text<Prospect>("status", prospect => prospect.Status?.Name, width: 18);

    /// <summary>Gets the team's notes, <c>notes</c>.</summary>
    public static ExportColumn<Prospect> Notes { get; } = ExportColumn.Text<Prospect>("notes", prospect => prospect.Notes, width: 50);

    /// <summary>Gets the deal value, <c>valuation</c>; empty if there is none.</summary>
    public static ExportColumn<Prospect> Valuation { get; } = ExportColumn.Number<Prospect>("valuation", prospect => prospect.Valuation);

    /// <summary>Gets the platform, <c>platform</c>.</summary>
    public static ExportColumn<Prospect> Platform { get; } = ExportColumn.Text<Prospect>("platform", prospect => prospect.Platform.ToString(), width: 12);

    /// <summary>Gets the bio, <c>bio</c>.</summary>
    public static ExportColumn<Prospect> Bio { get; } = ExportColumn.Text<Prospect>("bio", prospect => prospect.Bio, width: 50);

    /// <summary>Gets the location, <c>location</c>.</summary>
    public static ExportColumn<Prospect> Location { get; } = ExportColumn.Text<Prospect>("location", prospect => prospect.Location);

    /// <summary>Gets the website, <c>website</c>.</summary>
    public static ExportColumn<Prospect> Website { get; } = ExportColumn.Text<Prospect>("website", prospect => prospect.WebsiteUrl, width: 30);

    /// <summary>Gets the default columns, in order: prospectId, platformId, username, name, followers, verified, tags, status, notes.</summary>
    public static IReadOnlyList<ExportColumn<Prospect>> Defaults { get; } = [ProspectId, PlatformId, Username, DisplayName, Followers, Verified, Tags, Status, Notes];

    internal static string? NamesOfTags(Prospect prospect) => prospect.Tags.Count switch
    {
        0 => null,
        1 => prospect.Tags[0].Name,
        _ => string.Join("; ", prospect.Tags.Select(tag => tag.Name)),
    };
}
