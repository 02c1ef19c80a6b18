namespace InboxSdk.Sandbox;

public sealed partial class SandboxState
{
    private readonly Dictionary<string, ProspectEntry> _prospects = [];
    // By platform as well: two platforms may give out the same id.
    private readonly Dictionary<(string Platform, string PlatformId), ProspectEntry> _profiles = [];

    /// <summary>Gets a snapshot of the prospects, in the order they were added.</summary>
    public IReadOnlyList<SandboxProspect> Prospects => Locked(() => _prospects.Values.Select(entry => entry.Value).ToArray());

    /// <summary>Finds a prospect.</summary>
    /// <param name="id">The id in Inbox.</param>
    /// <returns>The prospect as it is now, or <see langword="null"/>.</returns>
    public SandboxProspect? FindProspect(string id) => Locked(() => _prospects.GetValueOrDefault(id)?.Value);

    /// <summary>Finds the prospect who has an account on a platform.</summary>
    /// <param name="platformId">The id on the platform.</param>
    /// <param name="platform">The platform. Default: <c>x</c>.</param>
    /// <returns>The prospect as it is now, or <see langword="null"/>.</returns>
    public SandboxProspect? FindProspectByPlatformId(string platformId, string platform = "x") =>
        Locked(() => _profiles.GetValueOrDefault((platform, platformId))?.Value);

    /// <summary>Adds a prospect, without a thread.</summary>
    /// <param name="prospect">The prospect.</param>
    /// <returns>The same prospect.</returns>
    /// <exception cref="ArgumentException">An id is blank, taken or unknown, or a number is negative; the message says which.</exception>
    public SandboxProspect AddProspect(SandboxProspect prospect)
    {
        ArgumentNullException.ThrowIfNull(prospect);
        lock (Gate)
        {
            prospect = Checked(prospect);
            if (_prospects.ContainsKey(prospect.Id))
                throw new ArgumentException($"There is a prospect '{prospect.Id}' already.");
            CheckProfileIsFree(prospect);

            var entry = new ProspectEntry(prospect);
            _prospects.Add(prospect.Id, entry);
            _profiles.Add((prospect.Platform, prospect.PlatformId), entry);
            return prospect;
        }
    }

    /// <summary>Replaces the prospect of the same id.</summary>
    /// <param name="prospect">The prospect as it is to be.</param>
    /// <returns>The same prospect.</returns>
    /// <exception cref="ArgumentException">No such prospect, an id is blank, taken or unknown, or a number is negative; the message says which.</exception>
    public SandboxProspect Update(SandboxProspect prospect)
    {
        ArgumentNullException.ThrowIfNull(prospect);
        lock (Gate)
        {
            prospect = Checked(prospect);
            var entry = _prospects.GetValueOrDefault(prospect.Id) ?? throw new ArgumentException($"There is no prospect '{prospect.Id}'.");
            var (before, after) = ((entry.Value.Platform, entry.Value.PlatformId), (prospect.Platform, prospect.PlatformId));
            if (after != before)
            {
                CheckProfileIsFree(prospect);
                _profiles.Remove(before);
                _profiles.Add(after, entry);
            }

            return entry.Value = prospect;
        }
    }

    private void CheckProfileIsFree(SandboxProspect prospect)
    {
        if (_profiles.TryGetValue((prospect.Platform, prospect.PlatformId), out var holder))
            throw new ArgumentException($"Platform id '{prospect.PlatformId}' on {prospect.Platform} is prospect '{holder.Value.Id}' already.");
    }

    private SandboxProspect Checked(SandboxProspect prospect)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prospect.Id);
        ArgumentException.ThrowIfNullOrWhiteSpace(prospect.Platform);
        ArgumentException.ThrowIfNullOrWhiteSpace(prospect.PlatformId);
        ArgumentException.ThrowIfNullOrWhiteSpace(prospect.PlatformUsername);
        if (prospect.Valuation < 0 || prospect.FollowersCount < 0 || prospect.FollowingCount < 0)
            throw new ArgumentException($"Prospect '{prospect.Id}' has a negative number.");
        if (prospect.TagIds.IsDefault)
            prospect = prospect with { TagIds = [] };

        for (var i = 0; i < prospect.TagIds.Length; i++)
        {
            if (!_tags.Contains(prospect.TagIds[i]))
                throw new ArgumentException($"There is no tag '{prospect.TagIds[i]}'.");
            if (prospect.TagIds.IndexOf(prospect.TagIds[i]) < i)
                throw new ArgumentException($"Prospect '{prospect.Id}' has tag '{prospect.TagIds[i]}' twice.");
        }

        if (prospect.StatusId is not null && !_statuses.Contains(prospect.StatusId))
            throw new ArgumentException($"There is no status '{prospect.StatusId}'.");
        CheckMember(prospect.AssignedToMemberId);
        return prospect;
    }

    private void CheckMember(string? id)
    {
        if (id is not null && !_members.Contains(id))
            throw new ArgumentException($"There is no member '{id}'.");
    }
}
