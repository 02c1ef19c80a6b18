namespace InboxSdk;

/// <summary>The facade's clients for one API version.</summary>
internal sealed record FacadeParts(IProspectsClient Prospects, IThreadsClient Threads, ITagsClient Tags, IStatusesClient Statuses, IMembersClient Members);
