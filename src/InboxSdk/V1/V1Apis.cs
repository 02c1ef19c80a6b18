using InboxSdk.Http;
using Refit;

namespace InboxSdk.V1;

internal interface IV1ProspectsApi
{
    [Get("/prospects/lookup")]
    Task<ProspectAnswer?> FindAsync(string platformId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/prospects/{prospectId}")]
    Task<ProspectAnswer?> GetAsync(string prospectId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Patch("/prospects/{prospectId}/context")]
    Task<ProspectAnswer?> UpdateContextAsync(
        string prospectId, [Body] ProspectContextUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV1ThreadsApi
{
    [Get("/threads")]
    Task<ThreadsAnswer?> ListAsync(
        [QueryConverter(typeof(ThreadListRequestConverter))] ThreadListRequest request,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Get("/threads/lookup")]
    Task<ThreadAnswer?> FindAsync(
        string prospectPlatformId, string accountLinkId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/threads/{threadId}")]
    Task<ThreadAnswer?> GetAsync(string threadId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Patch("/threads/{threadId}")]
    Task<ThreadAnswer?> UpdateAsync(
        string threadId, [Body] ThreadUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV1TagsApi
{
    [Get("/tags")]
    Task<TagsAnswer?> ListAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Post("/tags")]
    Task<TagAnswer?> CreateAsync([Body] TagCreate tag, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Patch("/tags/{tagId}")]
    Task<TagAnswer?> UpdateAsync(
        string tagId, [Body] TagUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/tags/{tagId}")]
    Task DeleteAsync(string tagId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/tags/colors")]
    Task<ColorsAnswer?> GetColorsAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV1StatusesApi
{
    [Get("/statuses")]
    Task<StatusesAnswer?> ListAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV1MembersApi
{
    [Get("/members")]
    Task<MembersAnswer?> ListAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/members/{memberId}")]
    Task<MemberAnswer?> GetAsync(string memberId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}
