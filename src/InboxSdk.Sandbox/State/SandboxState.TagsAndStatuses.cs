namespace InboxSdk.Sandbox;

public sealed partial class SandboxState
{
    private Catalog<SandboxTag> _tags = new("tag", tag => tag.Id);
    private Catalog<SandboxStatus> _statuses = new("status", status => status.Id);
    private int _createdTags;
    private int _createdStatuses;

    /// <summary>Gets a snapshot of the tags, in the order they were created.</summary>
    public IReadOnlyList<SandboxTag> Tags => Locked(_tags.Snapshot);

    /// <summary>Gets a snapshot of the statuses, in pipeline order.</summary>
    public IReadOnlyList<SandboxStatus> Statuses => Locked(_statuses.Snapshot);

    /// <summary>Finds a tag.</summary>
    /// <param name="id">The id in Inbox, in the spelling of either API version.</param>
    /// <returns>The tag, or <see langword="null"/> if there is none.</returns>
    public SandboxTag? FindTag(string id) => Locked(() => _tags.Find(id));

    /// <summary>Finds a status.</summary>
    /// <param name="id">The id in Inbox, in the spelling of either API version.</param>
    /// <returns>The status, or <see langword="null"/> if there is none.</returns>
    public SandboxStatus? FindStatus(string id) => Locked(() => _statuses.Find(id));

    /// <summary>Adds a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The tag as stored, with its id of v2.</returns>
    /// <exception cref="ArgumentException">The id or the name is blank or already exists, or the color is not <c>#RRGGBB</c>.</exception>
    public SandboxTag AddTag(SandboxTag tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        lock (SyncRoot)
        {
            var given = tag.Id;
            tag = tag with { Id = NewId("tag", given) };
            CheckTag(tag);
            _tags.Add(tag);
            AddV1Id(tag.Id, given);
            EventLog.Add("tag.created", tag.Id);
            return tag;
        }
    }

    /// <summary>Replaces the tag with the same id.</summary>
    /// <param name="tag">The updated tag.</param>
    /// <returns>The tag as stored, with its id of v2.</returns>
    /// <exception cref="ArgumentException">The tag does not exist, the name is blank or that of another tag, or the color is not <c>#RRGGBB</c>.</exception>
    public SandboxTag Update(SandboxTag tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        lock (SyncRoot)
        {
            var before = _tags.Find(tag.Id);
            tag = tag with { Id = V2Id.Of(tag.Id) };
            CheckTag(tag);
            _tags.Replace(tag);
            if (tag != before)
                EventLog.Add("tag.updated", tag.Id);
            return tag;
        }
    }

    /// <summary>Removes a tag, also from every prospect.</summary>
    /// <param name="id">The id in Inbox, in the spelling of either API version.</param>
    /// <returns><see langword="true"/> if the tag existed; otherwise, <see langword="false"/>.</returns>
    public bool RemoveTag(string id) => Locked(() =>
    {
        if (_tags.Remove(id) is not { } tag)
            return false;
        foreach (var entry in _prospects.Values)
            if (entry.Value.TagIds.Contains(tag.Id))
                entry.Value = entry.Value with { TagIds = [.. entry.Value.TagIds.Where(tagId => tagId != tag.Id)] };
        EventLog.Add("tag.deleted", tag.Id);
        return true;
    });

    /// <summary>Adds a status to the end of the pipeline.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The status as stored, with its id of v2.</returns>
    /// <exception cref="ArgumentException">The id is blank or already exists, or the color is not <c>#RRGGBB</c>.</exception>
    public SandboxStatus AddStatus(SandboxStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        CheckColor(status.Color);
        lock (SyncRoot)
        {
            var given = status.Id;
            status = status with { Id = NewId("status", given) };
            _statuses.Add(status);
            AddV1Id(status.Id, given);
            EventLog.Add("status.created", status.Id);
            return status;
        }
    }

    /// <summary>Replaces the status with the same id. Its position in the pipeline does not change.</summary>
    /// <param name="status">The updated status.</param>
    /// <returns>The status as stored, with its id of v2.</returns>
    /// <exception cref="ArgumentException">The status does not exist, or the color is not <c>#RRGGBB</c>.</exception>
    public SandboxStatus Update(SandboxStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        CheckColor(status.Color);
        lock (SyncRoot)
        {
            var before = _statuses.Find(status.Id);
            status = status with { Id = V2Id.Of(status.Id) };
            _statuses.Replace(status);
            if (status != before)
                EventLog.Add("status.updated", status.Id);
            return status;
        }
    }

    /// <summary>Removes a status, also from every prospect.</summary>
    /// <param name="id">The id in Inbox, in the spelling of either API version.</param>
    /// <returns><see langword="true"/> if the status existed; otherwise, <see langword="false"/>.</returns>
    public bool RemoveStatus(string id) => Locked(() =>
    {
        if (_statuses.Remove(id) is not { } status)
            return false;
        foreach (var entry in _prospects.Values)
            if (entry.Value.StatusId == status.Id)
                entry.Value = entry.Value with { StatusId = null };
        EventLog.Add("status.deleted", status.Id);
        return true;
    });

    /// <summary>Finds a tag by its v2 id, or else by its name.</summary>
    internal SandboxTag? FindTagByRef(string idOrName) => _tags.Find(tag => tag.Id == idOrName) ?? _tags.Find(tag => Names.AreSame(tag.Name, idOrName));

    /// <summary>Finds a status by its v2 id, or else by its name.</summary>
    internal SandboxStatus? FindStatusByRef(string idOrName) =>
        _statuses.Find(status => status.Id == idOrName) ?? _statuses.Find(status => Names.AreSame(status.Name, idOrName));

    internal string NextTagId()
    {
        string id;
        do
            id = $"tag_{++_createdTags:D6}";
        while (_tags.Contains(id));
        return id;
    }

    internal string NextStatusId()
    {
        string id;
        do
            id = $"status_{++_createdStatuses:D6}";
        while (_statuses.Contains(id));
        return id;
    }

    internal bool IsTagNameTaken(string name, string? byOtherThan) =>
        _tags.Find(tag => tag.Id != byOtherThan && Names.AreSame(tag.Name, name)) is not null;

    internal bool IsStatusNameTaken(string name, string? byOtherThan) =>
        _statuses.Find(status => status.Id != byOtherThan && Names.AreSame(status.Name, name)) is not null;

    private void CheckTag(SandboxTag tag)
    {
        if (string.IsNullOrWhiteSpace(tag.Name))
            throw new ArgumentException("A tag needs a name.");
        if (IsTagNameTaken(tag.Name, tag.Id))
            throw new ArgumentException($"A tag named '{tag.Name}' already exists.");
        ArgumentNullException.ThrowIfNull(tag.Color);
        CheckColor(tag.Color);
    }

    private static void CheckColor(string? color)
    {
        if (color is not null && !Palette.Accepts(color))
            throw new ArgumentException($"'{color}' is not a color such as #4F46E5.");
    }
}
