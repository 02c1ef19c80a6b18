using InboxSdk.Http;

namespace InboxSdk.V2;

internal sealed class V2ThreadsClient(IV2ThreadsApi api, KnownAccounts accounts, InboxRequestOptions? options) : IContactThreadsClient
{
    public InboxPageable<ContactThread> ListAsync(ContactThreadQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new ContactThreadQuery();
        return V2Pages.Of(
            V2Operations.ListThreads.Name, query.Filters(), query.PageSize,
            async (page, token) =>
            {
                var response = await api.ListAsync(page, V2Operations.ListThreads.With(options), token).ReadAsync<PageResponse<ContactThread>>().ConfigureAwait(false);
                foreach (var thread in response.Data!)
                    accounts.Learn(thread);
                return response;
            },
            cancellationToken);
    }

    public async Task<ContactThread> GetAsync(
        string threadId, ContactThreadExpand expand = ContactThreadExpand.None, CancellationToken cancellationToken = default) =>
        accounts.Learn(await api.GetAsync(InboxId.Validate(threadId), new QueryParameters().Expand(expand), V2Operations.GetThread.With(options), cancellationToken).ReadAsync<ContactThread>().ConfigureAwait(false));

    public async Task<ContactThread> UpdateAsync(string threadId, ContactThreadUpdate update, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(threadId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        return await api.UpdateAsync(threadId, update, V2Operations.UpdateThread.With(options), cancellationToken).ReadAsync<ContactThread>().ConfigureAwait(false);
    }

    public async Task<ThreadDeletion> DeleteAsync(string threadId, CancellationToken cancellationToken = default) =>
        await api.DeleteAsync(InboxId.Validate(threadId), (V2Operations.DeleteThread with { Account = threadId }).With(options), cancellationToken).ReadAsync<ThreadDeletion>()
            .OrGoneAsync(InboxErrorCodes.ThreadNotFound, new()).ConfigureAwait(false);

    public async Task<TypingSignal> SendTypingAsync(string threadId, CancellationToken cancellationToken = default) =>
        await api.SendTypingAsync(InboxId.Validate(threadId), V2Operations.SendTyping.With(options), cancellationToken).ReadAsync<TypingSignal>().ConfigureAwait(false);
}
