using InboxSdk.Pipeline;

namespace InboxSdk.V2;

internal sealed class ContactThreadsClient(IV2ThreadsApi api, KnownAccounts accounts, InboxRequestOptions? options) : IContactThreadsClient
{
    public InboxPageable<ContactThread> ListAsync(ContactThreadQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new ContactThreadQuery();
        return V2Pages.Of(
            IV2ThreadsApi.List.Name + query.PageFilter, query.Filters(), query.PageSize,
            async (page, token) =>
            {
                var response = await api.ListAsync(page, IV2ThreadsApi.List.Call(options, token)).ConfigureAwait(false);
                foreach (var thread in response.Data!)
                    accounts.Learn(thread);
                return response;
            },
            cancellationToken);
    }

    public async Task<ContactThread> GetAsync(
        string threadId, ContactThreadExpand expand = ContactThreadExpand.None, CancellationToken cancellationToken = default) =>
        accounts.Learn(await api.GetAsync(InboxId.Validate(threadId), new QueryParameters().Expand(expand), IV2ThreadsApi.Get.Call(options, cancellationToken)).ConfigureAwait(false));

    public async Task<ContactThread> UpdateAsync(string threadId, ContactThreadUpdate update, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(threadId);
        ArgumentNullException.ThrowIfNull(update);
        update.Validate();
        return await api.UpdateAsync(threadId, update, IV2ThreadsApi.Update.Call(options, cancellationToken)).ConfigureAwait(false);
    }

    public async Task<ThreadDeletion> DeleteAsync(string threadId, CancellationToken cancellationToken = default) =>
        await api.DeleteAsync(InboxId.Validate(threadId), (IV2ThreadsApi.Delete with { Account = threadId }).Call(options, cancellationToken))
            .OrGoneAsync(InboxErrorCodes.ThreadNotFound, new()).ConfigureAwait(false);

    public async Task<TypingSignal> SendTypingAsync(string threadId, CancellationToken cancellationToken = default) =>
        await api.SendTypingAsync(InboxId.Validate(threadId), IV2ThreadsApi.SendTyping.Call(options, cancellationToken)).ConfigureAwait(false);
}
