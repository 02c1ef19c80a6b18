using CsvHelper;
using InboxSdk.Csv;

namespace InboxSdk;

/// <summary>Represents a column of an export: its name in the header line, and its value for a prospect.</summary>
/// <remarks>Numbers are written in the invariant culture. Only text is guarded against formulas: a number cannot be one.</remarks>
public sealed class ProspectCsvColumn
{
    private readonly Action<CsvWriter, Prospect, bool> _write;

    private ProspectCsvColumn(string name, Action<CsvWriter, Prospect, bool> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        _write = write;
    }

    /// <summary>Gets the Inbox id, <c>prospectId</c>.</summary>
    public static ProspectCsvColumn ProspectId { get; } = Text("prospectId", prospect => prospect.Id);

    /// <summary>Gets the id on the platform, <c>platformId</c>.</summary>
    public static ProspectCsvColumn PlatformId { get; } = Text("platformId", prospect => prospect.PlatformId);

    /// <summary>Gets the handle, <c>username</c>.</summary>
    public static ProspectCsvColumn Username { get; } = Text("username", prospect => prospect.Username);

    /// <summary>Gets the display name, <c>name</c>.</summary>
    public static ProspectCsvColumn DisplayName { get; } = Text("name", prospect => prospect.Name);

    /// <summary>Gets the number of followers, <c>followers</c>; 0 if unknown.</summary>
    public static ProspectCsvColumn Followers { get; } =
        new("followers", static (csv, prospect, _) => csv.WriteField(prospect.FollowerCount ?? 0));

    /// <summary>Gets whether the profile is verified by the platform, <c>verified</c>: <c>true</c> or <c>false</c>.</summary>
    public static ProspectCsvColumn Verified { get; } = new("verified", static (csv, prospect, _) => csv.WriteField(prospect.IsVerified));

    /// <summary>Gets the names of the tags, <c>tags</c>, separated by <c>; </c>.</summary>
    public static ProspectCsvColumn Tags { get; } = Text("tags", prospect => prospect.Tags.Count switch
    {
        0 => null,
        1 => prospect.Tags[0].Name,
        _ => string.Join("; ", prospect.Tags.Select(tag => tag.Name)),
    });

    /// <summary>Gets the name of the status, <c>status</c>.</summary>
    public static ProspectCsvColumn Status { get; } = Text("status", prospect => prospect.Status?.Name);

    /// <summary>Gets the team's notes, <c>notes</c>.</summary>
    public static ProspectCsvColumn Notes { get; } = Text("notes", prospect => prospect.Notes);

    /// <summary>Gets the deal value, <c>valuation</c>; empty if there is none.</summary>
    public static ProspectCsvColumn Valuation { get; } = Number("valuation", prospect => prospect.Valuation);

    /// <summary>Gets the platform, <c>platform</c>.</summary>
    public static ProspectCsvColumn Platform { get; } = Text("platform", prospect => prospect.Platform.ToString());

    /// <summary>Gets the bio, <c>bio</c>.</summary>
    public static ProspectCsvColumn Bio { get; } = Text("bio", prospect => prospect.Bio);

    /// <summary>Gets the location, <c>location</c>.</summary>
    public static ProspectCsvColumn Location { get; } = Text("location", prospect => prospect.Location);

    /// <summary>Gets the website, <c>website</c>.</summary>
    public static ProspectCsvColumn Website { get; } = Text("website", prospect => prospect.WebsiteUrl);

    /// <summary>Gets the default columns, in order: prospectId, platformId, username, name, followers, verified, tags, status, notes.</summary>
    public static IReadOnlyList<ProspectCsvColumn> Defaults { get; } = [ProspectId, PlatformId, Username, DisplayName, Followers, Verified, Tags, Status, Notes];

    /// <summary>Gets the name in the header line.</summary>
    public string Name { get; }

    /// <summary>Creates a text column.</summary>
    /// <param name="name">The name in the header line.</param>
    /// <param name="value">Returns the value; <see langword="null"/> is written as empty.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static ProspectCsvColumn Text(string name, Func<Prospect, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(name, (csv, prospect, isRaw) =>
        {
            var text = isRaw ? value(prospect) : Formulas.Guard(value(prospect));
            // Some spreadsheets also split at these, unless the field is quoted.
            csv.WriteField(text, text.AsSpan().IndexOfAny(';', '\t') >= 0 ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
        });
    }

    /// <summary>Creates a numeric column.</summary>
    /// <param name="name">The name in the header line.</param>
    /// <param name="value">Returns the value; <see langword="null"/> is written as empty.</param>
    /// <returns>The column.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static ProspectCsvColumn Number(string name, Func<Prospect, decimal?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(name, (csv, prospect, _) => csv.WriteField(value(prospect)));
    }

    internal void Write(CsvWriter csv, Prospect prospect, bool isRaw) => _write(csv, prospect, isRaw);
}
