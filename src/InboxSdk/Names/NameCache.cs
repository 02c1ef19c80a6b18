namespace InboxSdk.Names;

/// <summary>The lists of a client in which items are found by name. All its views share them.</summary>
internal sealed class NameCache(TimeSpan duration, TimeProvider timeProvider)
{
    public NamedList<Tag> Tags { get; } = new(tag => tag.Name, duration, timeProvider);

    public NamedList<Status> Statuses { get; } = new(status => status.Name, duration, timeProvider);

    public NamedList<Member> Members { get; } = new(member => member.Email, duration, timeProvider);
}
