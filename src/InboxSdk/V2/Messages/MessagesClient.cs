using InboxSdk.Pipeline;

namespace InboxSdk.V2;

internal sealed class MessagesClient(IV2MessagesApi api, KnownAccounts accounts, Func<string> newKey, InboxRequestOptions? options) : IMessagesClient
{
    public InboxPageable<InboxMessage> ListAsync(string threadId, MessageQuery? query = null, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(threadId);
        query ??= new MessageQuery();
        return V2Pages.Of(
            $"{IV2MessagesApi.List.Name} {threadId}", query.Filters(), query.PageSize,
            async (page, token) =>
            {
                var response = await api.ListAsync(threadId, page, IV2MessagesApi.List.Call(options, token)).ConfigureAwait(false);
                foreach (var message in response.Data!)
                    accounts.Learn(message);
                return response;
            },
            cancellationToken);
    }

    public async Task<InboxMessage> GetAsync(string messageId, MessageExpand expand = MessageExpand.None, CancellationToken cancellationToken = default) =>
        accounts.Learn(await api.GetAsync(InboxId.Validate(messageId), new QueryParameters().Expand(expand), IV2MessagesApi.Get.Call(options, cancellationToken)).ConfigureAwait(false));

    public async Task<MessageSendResult> SendAsync(MessageSend message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Validate();
        // Made here, above the retries, so that all attempts have the same.
        var key = message.IdempotencyKey ?? newKey();
        try
        {
            return await SendAsync(message, key, cancellationToken).ConfigureAwait(false);
        }
        catch (InboxException exception)
        {
            exception.SetIdempotencyKey(key);
            throw;
        }
    }

    public async Task<InboxMessage> EditAsync(string messageId, string content, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(messageId);
        ArgumentException.ThrowIfNullOrEmpty(content);
        return await api.EditAsync(messageId, new EditBody(content), (IV2MessagesApi.Edit with { Account = messageId }).Call(options, cancellationToken)).ConfigureAwait(false);
    }

    public async Task<MessageDeletion> UnsendAsync(string messageId, DeletionScope scope, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(messageId);
        if (scope == default)
            throw new ArgumentException("The scope is empty. Use DeletionScope.Self or DeletionScope.All.", nameof(scope));
        try
        {
            return await api.UnsendAsync(messageId, scope.ToString(), (IV2MessagesApi.Unsend with { Account = messageId }).Call(options, cancellationToken))
                .OrGoneAsync(InboxErrorCodes.MessageNotFound, new() { MessageId = messageId, Scope = scope }).ConfigureAwait(false);
        }
        catch (InboxMessageException exception) when (exception is { MayHaveTakenEffect: true, Code: InboxErrorCodes.MessageNotModifiable })
        {
            // A message that is deleted stays, and is refused: an attempt before may have deleted it.
            if (await FindDeletionAsync(messageId, cancellationToken).ConfigureAwait(false) is { } deletion && deletion.Scope == scope)
                return new() { MessageId = messageId, Scope = scope, DeletedAt = deletion.DeletedAt };
            throw;
        }
    }

    public async Task<MessageHistory> GetHistoryAsync(string messageId, CancellationToken cancellationToken = default) =>
        await api.GetHistoryAsync(InboxId.Validate(messageId), IV2MessagesApi.GetHistory.Call(options, cancellationToken)).ConfigureAwait(false);

    public async Task<MessageReactions> AddReactionAsync(string messageId, string emoji, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(messageId);
        ArgumentException.ThrowIfNullOrWhiteSpace(emoji);
        return await api.AddReactionAsync(messageId, new ReactionBody(emoji), (IV2MessagesApi.AddReaction with { Account = messageId }).Call(options, cancellationToken)).ConfigureAwait(false);
    }

    public async Task<MessageReactions> RemoveReactionAsync(string messageId, string emoji, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(messageId);
        ArgumentException.ThrowIfNullOrWhiteSpace(emoji);
        return await api.RemoveReactionAsync(messageId, emoji, (IV2MessagesApi.RemoveReaction with { Account = messageId }).Call(options, cancellationToken)).ConfigureAwait(false);
    }

    public async Task<MessageMedia> GetAttachmentAsync(string messageId, int index, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(messageId);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return await api.GetAttachmentAsync(messageId, index, IV2MessagesApi.GetAttachment.Call(options, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<MessageDeletionRecord?> FindDeletionAsync(string messageId, CancellationToken cancellationToken)
    {
        try
        {
            return (await GetHistoryAsync(messageId, cancellationToken).ConfigureAwait(false)).Deletion;
        }
        catch (InboxException)
        {
            return null;
        }
    }

    private async Task<MessageSendResult> SendAsync(MessageSend message, string key, CancellationToken cancellationToken)
    {
        var body = new SendBody(message.Target, message.Content, message.ReplyToMessageId);
        var sent = await api.SendAsync(body, key, (IV2MessagesApi.Send with { Account = message.Target.Account }).Call(options, cancellationToken)).ConfigureAwait(false);
        return new MessageSendResult
        {
            Message = accounts.Learn(sent.Message),
            Thread = accounts.Learn(sent.Thread),
            IsReplay = sent.IsReplay,
            IdempotencyKey = key,
        };
    }
}
