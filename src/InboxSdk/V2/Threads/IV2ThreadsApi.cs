using System.Net;
using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V2;

internal interface IV2ThreadsApi
{
    static readonly InboxOperation List = InboxOperation.Read("threads.list", V2Success.Page(
        V2Models.ReadContactThread, static (thread, contactId) => Identity.Check(thread.Id, default) ?? Identity.CheckOwner(thread.ContactId, contactId)),
        namedBy: "contactId");

    [Get("/threads")]
    Task<PageResponse<ContactThread>> ListAsync([QueryConverter(typeof(QueryParametersConverter))] QueryParameters query, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Get = InboxOperation.Read("threads.get", Found);

    [Get("/threads/{threadId}")]
    Task<ContactThread> GetAsync(string threadId, [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Update = InboxOperation.Write("threads.update", Found);

    [Patch("/threads/{threadId}")]
    Task<ContactThread> UpdateAsync(string threadId, [Body] ContactThreadUpdate update, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Delete = InboxOperation.Write("threads.delete", new SuccessContract<ThreadDeletion>(
        V2Models.ReadThreadDeletion, static (deletion, _) => deletion.Scope == default ? "has no scope" : null));

    [Delete("/threads/{threadId}")]
    Task<ThreadDeletion> DeleteAsync(string threadId, [Property(InboxCall.Key)] InboxCall call);

    // A later signal would be wrong.
    static readonly InboxOperation SendTyping = InboxOperation.WriteOnce("threads.typing", new SuccessContract<TypingSignal>(
        V2Models.ReadTypingSignal, static (signal, _) => signal.Status.Length == 0 ? "has no status" : null)
    {
        Status = HttpStatusCode.Accepted,
    });

    [Post("/threads/{threadId}/typing")]
    Task<TypingSignal> SendTypingAsync(string threadId, [Property(InboxCall.Key)] InboxCall call);

    private static SuccessContract Found => new SuccessContract<ContactThread>(V2Models.ReadContactThread, static (thread, named) => Identity.Check(thread.Id, named));
}
