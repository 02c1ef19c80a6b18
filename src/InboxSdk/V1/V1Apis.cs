using InboxSdk.Http;
using Refit;

namespace InboxSdk.V1;

// Responses are returned as content and read by ResponseExtensions: Refit copies a body before reading it, which would be a third of the bytes of a page.
internal interface IV1ProspectsApi
{
    [Get("/prospects/lookup")]
    Task<HttpContent> FindAsync(string platformId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/prospects/{prospectId}")]
    Task<HttpContent> GetAsync(string prospectId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Patch("/prospects/{prospectId}/context")]
    Task<HttpContent> UpdateAsync(
        string prospectId, [Body] ProspectUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV1ThreadsApi
{
    [Get("/threads")]
    Task<HttpContent> ListAsync(
        [QueryConverter(typeof(ThreadListRequestConverter))] ThreadListRequest request,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Get("/threads/lookup")]
    Task<HttpContent> FindAsync(
        string prospectPlatformId, string accountLinkId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/threads/{threadId}")]
    Task<HttpContent> GetAsync(string threadId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Patch("/threads/{threadId}")]
    Task<HttpContent> UpdateAsync(
        string threadId, [Body] ThreadUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV1TagsApi
{
    [Get("/tags")]
    Task<HttpContent> ListAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Post("/tags")]
    Task<HttpContent> CreateAsync([Body] TagCreate tag, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Patch("/tags/{tagId}")]
    Task<HttpContent> UpdateAsync(
        string tagId, [Body] TagUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/tags/{tagId}")]
    Task<HttpContent> DeleteAsync(string tagId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/tags/colors")]
    Task<HttpContent> GetColorsAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV1StatusesApi
{
    [Get("/statuses")]
    Task<HttpContent> ListAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV1MembersApi
{
    [Get("/members")]
    Task<HttpContent> ListAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/members/{memberId}")]
    Task<HttpContent> GetAsync(string memberId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}
