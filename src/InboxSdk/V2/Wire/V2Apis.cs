using InboxSdk.Http;
using Refit;

namespace InboxSdk.V2;

// Like v1's interfaces, these return content; see ResponseExtensions.
internal interface IV2TeamApi
{
    [Get("/platforms")]
    Task<HttpContent> ListPlatformsAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/colors")]
    Task<HttpContent> ListColorsAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/team")]
    Task<HttpContent> GetTeamAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/members")]
    Task<HttpContent> ListMembersAsync(
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Get("/members/{memberId}")]
    Task<HttpContent> GetMemberAsync(string memberId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/account-links")]
    Task<HttpContent> ListAccountLinksAsync(
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Get("/account-links/{accountLinkId}")]
    Task<HttpContent> GetAccountLinkAsync(string accountLinkId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV2ContactsApi
{
    [Get("/contacts")]
    Task<HttpContent> ListAsync(
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Get("/contacts/{contactId}")]
    Task<HttpContent> GetAsync(
        string contactId,
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Patch("/contacts/{contactId}")]
    Task<HttpContent> UpdateAsync(
        string contactId, [Body] ContactUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Put("/contacts/{contactId}/tags/{tagRef}")]
    Task<HttpContent> AddTagAsync(string contactId, string tagRef, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/contacts/{contactId}/tags/{tagRef}")]
    Task<HttpContent> RemoveTagAsync(string contactId, string tagRef, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV2ThreadsApi
{
    [Get("/threads")]
    Task<HttpContent> ListAsync(
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Get("/threads/{threadId}")]
    Task<HttpContent> GetAsync(
        string threadId,
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Patch("/threads/{threadId}")]
    Task<HttpContent> UpdateAsync(
        string threadId, [Body] ContactThreadUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/threads/{threadId}")]
    Task<HttpContent> DeleteAsync(string threadId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Post("/threads/{threadId}/typing")]
    Task<HttpContent> SendTypingAsync(string threadId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV2MessagesApi
{
    [Get("/threads/{threadId}/messages")]
    Task<HttpContent> ListAsync(
        string threadId,
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Get("/messages/{messageId}")]
    Task<HttpContent> GetAsync(
        string messageId,
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Post("/messages")]
    Task<HttpContent> SendAsync(
        [Body] SendBody message,
        [Header("Idempotency-Key")] string idempotencyKey,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Patch("/messages/{messageId}")]
    Task<HttpContent> EditAsync(
        string messageId, [Body] EditBody edit, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/messages/{messageId}")]
    Task<HttpContent> UnsendAsync(
        string messageId, string scope, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/messages/{messageId}/history")]
    Task<HttpContent> GetHistoryAsync(string messageId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Post("/messages/{messageId}/reactions")]
    Task<HttpContent> AddReactionAsync(
        string messageId, [Body] ReactionBody reaction, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/messages/{messageId}/reactions")]
    Task<HttpContent> RemoveReactionAsync(
        string messageId, string emoji, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/messages/{messageId}/attachments/{index}")]
    Task<HttpContent> GetAttachmentAsync(
        string messageId, int index, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV2TagsApi
{
    [Get("/tags")]
    Task<HttpContent> ListAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Post("/tags")]
    Task<HttpContent> CreateAsync([Body] ContactTagCreate tag, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/tags/{tagRef}")]
    Task<HttpContent> GetAsync(string tagRef, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Patch("/tags/{tagRef}")]
    Task<HttpContent> UpdateAsync(
        string tagRef, [Body] ContactTagUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/tags/{tagRef}")]
    Task<HttpContent> DeleteAsync(string tagRef, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV2StatusesApi
{
    [Get("/statuses")]
    Task<HttpContent> ListAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Post("/statuses")]
    Task<HttpContent> CreateAsync(
        [Body] ContactStatusCreate status, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/statuses/{statusRef}")]
    Task<HttpContent> GetAsync(string statusRef, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Patch("/statuses/{statusRef}")]
    Task<HttpContent> UpdateAsync(
        string statusRef, [Body] ContactStatusUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/statuses/{statusRef}")]
    Task<HttpContent> DeleteAsync(string statusRef, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV2EventsApi
{
    [Get("/events")]
    Task<HttpContent> ListAsync(
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);
}
