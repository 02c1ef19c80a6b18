namespace InboxSdk;

/// <summary>Represents the result of a lookup among many: see <see cref="IProspectsClient.FindManyByPlatformIdAsync"/> and <see cref="IProspectsClient.GetManyAsync"/>.</summary>
public sealed record ProspectLookup
{
    /// <summary>Gets the id that was looked up.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the prospect, or <see langword="null"/> if the person is not in Inbox.</summary>
    public Prospect? Prospect { get; init; }
}
