namespace InboxSdk.Names;

/// <summary>The cached lists of a client, which all its views share.</summary>
internal sealed class NameCache(TimeSpan duration, TimeProvider timeProvider)
{
    private readonly NamedList<Tag> _tags = new(duration, timeProvider);
    private readonly NamedList<Status> _statuses = new(duration, timeProvider);
    private readonly NamedList<Member> _members = new(duration, timeProvider);

    public FacadeParts Apply(FacadeParts parts) => parts with
    {
        Tags = new CachedTagsClient(parts.Tags, _tags),
        Statuses = new CachedStatusesClient(parts.Statuses, _statuses),
        Members = new CachedMembersClient(parts.Members, _members),
    };
}
