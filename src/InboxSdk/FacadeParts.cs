namespace InboxSdk;

/// <summary>What one generation of the API gives the facade.</summary>
internal sealed record FacadeParts(IProspectsClient Prospects, IThreadsClient Threads, ITagsClient Tags, IStatusesClient Statuses, IMembersClient Members);
