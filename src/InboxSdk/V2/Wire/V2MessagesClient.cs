using System.Net;
using InboxSdk.Http;

namespace InboxSdk.V2;

internal sealed class V2MessagesClient(IV2MessagesApi api, KnownAccounts accounts, Func<string> newKey, InboxRequestOptions? options) : IMessagesClient
{
    public InboxPageable<InboxMessage> ListAsync(string threadId, MessageQuery? query = null, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(threadId);
        query ??= new MessageQuery();
        return V2Pages.Of(
            $"{V2Operations.ListMessages.Name} {threadId}", query.Filters(), query.PageSize,
            async (page, token) =>
            {
                var response = await api.ListAsync(threadId, page, V2Operations.ListMessages.With(options), token).ReadAsync<PageResponse<InboxMessage>>().ConfigureAwait(false);
                foreach (var message in response.Data!)
                    accounts.Learn(message);
                return response;
            },
            cancellationToken);
    }

    public async Task<InboxMessage> GetAsync(string messageId, MessageExpand expand = MessageExpand.None, CancellationToken cancellationToken = default) =>
        accounts.Learn(await api.GetAsync(InboxId.Validate(messageId), new QueryParameters().Expand(expand), V2Operations.GetMessage.With(options), cancellationToken).ReadAsync<InboxMessage>().ConfigureAwait(false));

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
        return await api.EditAsync(messageId, new EditBody(content), (V2Operations.EditMessage with { Account = messageId }).With(options), cancellationToken).ReadAsync<InboxMessage>().ConfigureAwait(false);
    }

    public async Task<MessageDeletion> UnsendAsync(string messageId, DeletionScope scope, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(messageId);
        if (scope == default)
            throw new ArgumentException("The scope is empty. Use DeletionScope.Self or DeletionScope.All.", nameof(scope));
        try
        {
            return await api.UnsendAsync(messageId, scope.ToString(), (V2Operations.UnsendMessage with { Account = messageId }).With(options), cancellationToken).ReadAsync<MessageDeletion>()
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
        await api.GetHistoryAsync(InboxId.Validate(messageId), V2Operations.GetMessageHistory.With(options), cancellationToken).ReadAsync<MessageHistory>().ConfigureAwait(false);

    public async Task<MessageReactions> AddReactionAsync(string messageId, string emoji, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(messageId);
        ArgumentException.ThrowIfNullOrWhiteSpace(emoji);
        return await api.AddReactionAsync(messageId, new ReactionBody(emoji), (V2Operations.React with { Account = messageId }).With(options), cancellationToken).ReadAsync<MessageReactions>().ConfigureAwait(false);
    }

    public async Task<MessageReactions> RemoveReactionAsync(string messageId, string emoji, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(messageId);
        ArgumentException.ThrowIfNullOrWhiteSpace(emoji);
        return await api.RemoveReactionAsync(messageId, emoji, (V2Operations.Unreact with { Account = messageId }).With(options), cancellationToken).ReadAsync<MessageReactions>().ConfigureAwait(false);
    }

    public async Task<MessageMedia> GetAttachmentAsync(string messageId, int index, CancellationToken cancellationToken = default)
    {
        InboxId.Validate(messageId);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return await api.GetAttachmentAsync(messageId, index, V2Operations.GetAttachment.With(options), cancellationToken).ReadAsync<MessageMedia>().ConfigureAwait(false);
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
        using var response = (PooledContent)await api
            .SendAsync(body, key, (V2Operations.SendMessage with { Account = message.Target.Account }).With(options), cancellationToken).ConfigureAwait(false);
        var sent = (SendResponse)response.Value!;
        return new MessageSendResult
        {
            Message = accounts.Learn(sent.Message!),
            Thread = accounts.Learn(sent.Thread!),
            // 201 for a new message.
            IsReplay = response.Status == HttpStatusCode.OK,
            IdempotencyKey = key,
        };
    }
}
