namespace InboxSdk.V1;

// v1 wraps a resource in its singular name and a list in its plural name. The model within is that of the guide, which is also the public one.
// A lookup that finds nothing returns null, which differs from a missing property.
internal sealed record ProspectResponse(Prospect? Prospect, bool IsNone);

internal sealed record ThreadResponse(InboxThread? Thread, bool IsNone);

internal sealed record ThreadsResponse(IReadOnlyList<InboxThread>? Threads, V1Cursor? NextCursor);

internal sealed record TagResponse(Tag? Tag);

internal sealed record TagsResponse(IReadOnlyList<Tag>? Tags);

internal sealed record ColorsResponse(IReadOnlyList<string>? Colors);

internal sealed record StatusesResponse(IReadOnlyList<Status>? Statuses);

internal sealed record MemberResponse(Member? Member);

internal sealed record MembersResponse(IReadOnlyList<Member>? Members);
