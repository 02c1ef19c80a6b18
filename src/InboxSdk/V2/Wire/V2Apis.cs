using InboxSdk.Http;
using Refit;

namespace InboxSdk.V2;

internal interface IV2TeamApi
{
    [Get("/platforms")]
    Task<IReadOnlyList<PlatformInfo>?> ListPlatformsAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/colors")]
    Task<IReadOnlyList<PaletteColor>?> ListColorsAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/team")]
    Task<Team?> GetTeamAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/members")]
    Task<PageAnswer<TeamMember>?> ListMembersAsync(
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Get("/members/{memberId}")]
    Task<TeamMember?> GetMemberAsync(string memberId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/account-links")]
    Task<PageAnswer<AccountLink>?> ListAccountLinksAsync(
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Get("/account-links/{accountLinkId}")]
    Task<AccountLink?> GetAccountLinkAsync(string accountLinkId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV2ContactsApi
{
    [Get("/contacts")]
    Task<PageAnswer<Contact>?> ListAsync(
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Get("/contacts/{contactId}")]
    Task<Contact?> GetAsync(
        string contactId,
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Patch("/contacts/{contactId}")]
    Task<Contact?> UpdateAsync(
        string contactId, [Body] ContactUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Put("/contacts/{contactId}/tags/{tagRef}")]
    Task AddTagAsync(string contactId, string tagRef, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/contacts/{contactId}/tags/{tagRef}")]
    Task RemoveTagAsync(string contactId, string tagRef, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV2ThreadsApi
{
    [Get("/threads")]
    Task<PageAnswer<ContactThread>?> ListAsync(
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Get("/threads/{threadId}")]
    Task<ContactThread?> GetAsync(
        string threadId,
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Patch("/threads/{threadId}")]
    Task<ContactThread?> UpdateAsync(
        string threadId, [Body] ContactThreadUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/threads/{threadId}")]
    Task<ThreadDeletion?> DeleteAsync(string threadId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Post("/threads/{threadId}/typing")]
    Task<TypingSignal?> SendTypingAsync(string threadId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV2MessagesApi
{
    [Get("/threads/{threadId}/messages")]
    Task<PageAnswer<InboxMessage>?> ListAsync(
        string threadId,
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Get("/messages/{messageId}")]
    Task<InboxMessage?> GetAsync(
        string messageId,
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    // The status tells a new message from a replay, so the answer is taken whole.
    [Post("/messages")]
    Task<HttpResponseMessage> SendAsync(
        [Body] SendBody message,
        [Header("Idempotency-Key")] string idempotencyKey,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);

    [Patch("/messages/{messageId}")]
    Task<InboxMessage?> EditAsync(
        string messageId, [Body] EditBody edit, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/messages/{messageId}")]
    Task<MessageDeletion?> UnsendAsync(
        string messageId, string scope, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/messages/{messageId}/history")]
    Task<MessageHistory?> GetHistoryAsync(string messageId, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Post("/messages/{messageId}/reactions")]
    Task<MessageReactions?> AddReactionAsync(
        string messageId, [Body] ReactionBody reaction, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/messages/{messageId}/reactions")]
    Task<MessageReactions?> RemoveReactionAsync(
        string messageId, string emoji, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/messages/{messageId}/attachments/{index}")]
    Task<MessageMedia?> GetAttachmentAsync(
        string messageId, int index, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV2TagsApi
{
    [Get("/tags")]
    Task<PageAnswer<ContactTag>?> ListAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Post("/tags")]
    Task<ContactTag?> CreateAsync([Body] ContactTagCreate tag, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/tags/{tagRef}")]
    Task<ContactTag?> GetAsync(string tagRef, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Patch("/tags/{tagRef}")]
    Task<ContactTag?> UpdateAsync(
        string tagRef, [Body] ContactTagUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/tags/{tagRef}")]
    Task DeleteAsync(string tagRef, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV2StatusesApi
{
    [Get("/statuses")]
    Task<PageAnswer<ContactStatus>?> ListAsync([Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Post("/statuses")]
    Task<ContactStatus?> CreateAsync(
        [Body] ContactStatusCreate status, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Get("/statuses/{statusRef}")]
    Task<ContactStatus?> GetAsync(string statusRef, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Patch("/statuses/{statusRef}")]
    Task<ContactStatus?> UpdateAsync(
        string statusRef, [Body] ContactStatusUpdate update, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);

    [Delete("/statuses/{statusRef}")]
    Task DeleteAsync(string statusRef, [Property(InboxOperation.Key)] InboxOperation operation, CancellationToken cancellationToken);
}

internal interface IV2EventsApi
{
    [Get("/events")]
    Task<EventsAnswer?> ListAsync(
        [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query,
        [Property(InboxOperation.Key)] InboxOperation operation,
        CancellationToken cancellationToken);
}
