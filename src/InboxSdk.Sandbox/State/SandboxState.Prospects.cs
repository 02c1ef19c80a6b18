using System.Globalization;

namespace InboxSdk.Sandbox;

public sealed partial class SandboxState
{
    private Dictionary<string, ProspectEntry> _prospects = [];
    // The key includes the platform: two platforms can assign the same id.
    private Dictionary<(Platform Platform, string PlatformId), ProspectEntry> _profiles = [];

    private int _createdProspects;
    private long _createdPlatformIds;

    /// <summary>Gets a snapshot of the prospects, in the order they were added.</summary>
    public IReadOnlyList<SandboxProspect> Prospects => Locked(() => _prospects.Values.Select(entry => entry.Value).ToArray());

    /// <summary>Finds a prospect.</summary>
    /// <param name="id">The id in Inbox, in the spelling of either API version.</param>
    /// <returns>The current prospect, or <see langword="null"/> if there is none.</returns>
    public SandboxProspect? FindProspect(string id) => Locked(() => FindProspectEntry(id)?.Value);

    /// <summary>Finds a prospect by an account on a platform.</summary>
    /// <param name="platformId">The id on the platform.</param>
    /// <param name="platform">The platform, or <see langword="null"/> for X. The default is <see langword="null"/>.</param>
    /// <returns>The current prospect, or <see langword="null"/> if there is none.</returns>
    public SandboxProspect? FindProspectByPlatformId(string platformId, Platform? platform = null) =>
        Locked(() => FindProfileEntry(platform ?? Platform.X, platformId)?.Value);

    /// <summary>Adds a prospect, without a thread.</summary>
    /// <param name="prospect">The prospect.</param>
    /// <returns>The prospect as stored, with ids of v2.</returns>
    /// <exception cref="ArgumentException">An id is blank, already exists or is unknown, or a count is negative; the message says which.</exception>
    public SandboxProspect AddProspect(SandboxProspect prospect)
    {
        ArgumentNullException.ThrowIfNull(prospect);
        lock (SyncRoot)
        {
            var given = prospect.Id;
            prospect = Checked(prospect with { Id = NewId("prospect", given) });
            if (_prospects.ContainsKey(prospect.Id))
                throw new ArgumentException($"A prospect '{prospect.Id}' already exists.");
            CheckProfilesAreFree(prospect, null);

            AddV1Id(prospect.Id, given);
            var entry = new ProspectEntry(prospect);
            _prospects.Add(prospect.Id, entry);
            foreach (var key in ProfileKeys(prospect))
                _profiles.Add(key, entry);
            return prospect;
        }
    }

    /// <summary>Replaces the prospect with the same id.</summary>
    /// <param name="prospect">The updated prospect.</param>
    /// <returns>The prospect as stored, with ids of v2.</returns>
    /// <exception cref="ArgumentException">The prospect does not exist, an id is blank, that of another prospect or unknown, or a count is negative; the message
    /// says which.</exception>
    public SandboxProspect Update(SandboxProspect prospect)
    {
        ArgumentNullException.ThrowIfNull(prospect);
        lock (SyncRoot)
        {
            prospect = Checked(prospect);
            var entry = FindProspectEntry(prospect.Id) ?? throw new ArgumentException($"There is no prospect '{prospect.Id}'.");
            prospect = prospect with { Id = entry.Value.Id };
            if (!ProfileKeys(entry.Value).SequenceEqual(ProfileKeys(prospect)))
            {
                CheckProfilesAreFree(prospect, entry);
                foreach (var key in ProfileKeys(entry.Value))
                    _profiles.Remove(key);
                foreach (var key in ProfileKeys(prospect))
                    _profiles.Add(key, entry);
            }

            var before = entry.Value;
            entry.UpdatedAt = Now;
            entry.Value = prospect;
            RecordChange(before, prospect);
            return prospect;
        }
    }

    /// <summary>Finds a prospect by its id in the spelling of either API version.</summary>
    internal ProspectEntry? FindProspectEntry(string id) => _prospects.GetValueOrDefault(V2Id.Of(id));

    internal ProspectEntry? FindProfileEntry(Platform platform, string platformId) => _profiles.GetValueOrDefault((platform, platformId));

    internal int ProspectCount => _prospects.Count;

    internal string NextProspectId()
    {
        string id;
        do
            id = $"prospect_new{++_createdProspects:D6}";
        while (FindProspectEntry(id) is not null);
        return id;
    }

    /// <summary>Returns an id that X could assign to a new account.</summary>
    internal string NextPlatformId()
    {
        string id;
        do
            id = (1_999_000_000_000_000_000 + ++_createdPlatformIds).ToString(CultureInfo.InvariantCulture);
        while (FindProfileEntry(Platform.X, id) is not null);
        return id;
    }

    internal IEnumerable<ProspectEntry> ProspectEntries() => _prospects.Values;

    private void CheckProfilesAreFree(SandboxProspect prospect, ProspectEntry? owner)
    {
        foreach (var (platform, platformId) in ProfileKeys(prospect))
            if (_profiles.TryGetValue((platform, platformId), out var holder) && holder != owner)
                throw new ArgumentException($"Platform id '{platformId}' on {platform} belongs to prospect '{holder.Value.Id}'.");
        if (prospect.OtherProfiles.Count > 0 && ProfileKeys(prospect).Distinct().Count() <= prospect.OtherProfiles.Count)
            throw new ArgumentException($"Prospect '{prospect.Id}' has a platform id twice.");
    }

    private static IEnumerable<(Platform Platform, string PlatformId)> ProfileKeys(SandboxProspect prospect)
    {
        yield return (prospect.Platform, prospect.PlatformId);
        foreach (var profile in prospect.OtherProfiles)
            yield return (profile.Platform, profile.PlatformId);
    }

    private SandboxProspect Checked(SandboxProspect prospect)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prospect.Id);
        ArgumentException.ThrowIfNullOrWhiteSpace(prospect.Platform.ToString(), "prospect.Platform");
        ArgumentException.ThrowIfNullOrWhiteSpace(prospect.PlatformId);
        ArgumentException.ThrowIfNullOrWhiteSpace(prospect.Username);
        if (prospect.FollowerCount < 0 || prospect.FollowingCount < 0)
            throw new ArgumentException($"Prospect '{prospect.Id}' has a negative count.");
        // Ids are stored in one spelling, whichever they are given in.
        prospect = prospect with
        {
            TagIds = [.. prospect.TagIds.Select(id => _tags.Find(id)?.Id ?? throw new ArgumentException($"There is no tag '{id}'."))],
            StatusId = prospect.StatusId is null ? null : _statuses.Find(prospect.StatusId)?.Id ?? throw new ArgumentException($"There is no status '{prospect.StatusId}'."),
            AssigneeId = MemberId(prospect.AssigneeId),
        };
        foreach (var profile in prospect.OtherProfiles)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(profile.Platform.ToString(), "profile.Platform");
            ArgumentException.ThrowIfNullOrWhiteSpace(profile.PlatformId);
            ArgumentException.ThrowIfNullOrWhiteSpace(profile.Username);
        }

        return prospect.TagIds.GroupBy(id => id).FirstOrDefault(ids => ids.Skip(1).Any()) is { Key: var twice }
            ? throw new ArgumentException($"Prospect '{prospect.Id}' has tag '{twice}' twice.")
            : prospect;
    }

    private string? MemberId(string? id) =>
        id is null ? null : _members.Find(id)?.Id ?? throw new ArgumentException($"There is no member '{id}'.");
}
