namespace InboxSdk.V2;

/// <summary>Reads, sends and changes messages.</summary>
/// <remarks>
/// <para>The capabilities of an account in a thread differ by platform. Check <see cref="AccountLink.Can"/> before offering an operation.</para>
/// <para>Every method can throw an <see cref="InboxException"/>; the methods document only the types that callers typically handle.</para>
/// </remarks>
public interface IMessagesClient
{
    /// <summary>Lists the messages of a thread, by default newest first. Deleted messages are included.</summary>
    /// <param name="threadId">The Inbox id of the thread.</param>
    /// <param name="query">The order and the related objects to include.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The messages. No request is sent until enumeration starts.</returns>
    /// <exception cref="ArgumentException">The id is not valid, or the query expands more than four objects.</exception>
    /// <exception cref="InboxNotFoundException">During enumeration: the thread does not exist.</exception>
    InboxPageable<InboxMessage> ListAsync(string threadId, MessageQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a message.</summary>
    /// <param name="messageId">The Inbox id of the message.</param>
    /// <param name="expand">The related objects to include, at most four. The default is none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException">The id is not valid, or more than four objects are expanded.</exception>
    /// <exception cref="InboxNotFoundException">The message does not exist (<c>messageNotFound</c>).</exception>
    Task<InboxMessage> GetAsync(string messageId, MessageExpand expand = MessageExpand.None, CancellationToken cancellationToken = default);

    /// <summary>Sends a message exactly once: all attempts of a call use one idempotency key, so that a retry never sends a second message.</summary>
    /// <param name="message">The message and its target.</param>
    /// <param name="cancellationToken">Cancels the call. Whether a message in flight was sent is then unknown. Sending it again with the same
    /// <see cref="MessageSend.IdempotencyKey"/> is safe, so set a key if the call can be cancelled. After a failure, <see cref="InboxException.IdempotencyKey"/> is the
    /// key, including one that the call generated.</param>
    /// <returns>The message and its thread.</returns>
    /// <exception cref="ArgumentException">The target, the content, an id or the idempotency key is not valid. No request was sent.</exception>
    /// <exception cref="InboxSendUnconfirmedException">The platform did not confirm the message, which may have been delivered. It is never retried.</exception>
    /// <exception cref="InboxMessageException">The platform rejects the text (<c>contentRejected</c>), or the recipient is unavailable
    /// (<c>recipientUnavailable</c>).</exception>
    /// <exception cref="InboxCapabilityException">The account or the thread lacks <see cref="Capability.MessageSend"/> or <see cref="Capability.MessageReply"/>.</exception>
    /// <exception cref="InboxPlatformException">The platform failed or limits the account, the account is not connected, or it belongs to another platform than the
    /// specified one (<c>platformNotSupported</c>; see <see cref="InboxPlatformException.SupportedPlatforms"/>).</exception>
    /// <exception cref="InboxPlanException">The team's plan does not include profiles that are not contacts (<see cref="ProfileTarget"/>), or its workspace is locked.</exception>
    /// <exception cref="InboxConflictException">A send with this idempotency key is still in progress (<c>sendInProgress</c>), even after the retries.</exception>
    /// <exception cref="InboxValidationException">The idempotency key was used for another message (<c>idempotencyKeyReused</c>), the contact has several profiles on the
    /// platform (<c>profileAmbiguous</c>), or the message to reply to does not exist.</exception>
    /// <exception cref="InboxNotFoundException">The thread, the contact or the account does not exist; <see cref="InboxApiException.Code"/> identifies it.</exception>
    Task<MessageSendResult> SendAsync(MessageSend message, CancellationToken cancellationToken = default);

    /// <summary>Replaces the text of a message that the team sent.</summary>
    /// <param name="messageId">The Inbox id of the message.</param>
    /// <param name="content">The new text; not empty.</param>
    /// <param name="cancellationToken">Cancels the call. Whether an edit in flight was applied is then unknown.</param>
    /// <returns>The edited message.</returns>
    /// <exception cref="ArgumentException">The id is not valid, or <paramref name="content"/> is empty. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The message does not exist (<c>messageNotFound</c>).</exception>
    /// <exception cref="InboxCapabilityException">The account or the thread lacks <see cref="Capability.MessageEdit"/>, or the platform's time limit has passed
    /// (<c>mutationWindowClosed</c>; see <see cref="PlatformInfo.GetMutationWindow"/>).</exception>
    /// <exception cref="InboxMessageException">The message cannot be edited (<c>messageNotModifiable</c>), or the platform rejects the text.</exception>
    /// <exception cref="InboxPlatformException">The platform failed or limits the account, or the account is not connected.</exception>
    /// <remarks>An edit is not retried after a network or server error, because platforms count and show edits.</remarks>
    Task<InboxMessage> EditAsync(string messageId, string content, CancellationToken cancellationToken = default);

    /// <summary>Deletes a message for the team's own account or for everyone.</summary>
    /// <param name="messageId">The Inbox id of the message.</param>
    /// <param name="scope">For whom to delete it: <see cref="DeletionScope.Self"/> or <see cref="DeletionScope.All"/>.</param>
    /// <param name="cancellationToken">Cancels the call. Whether a request in flight deleted the message is then unknown.</param>
    /// <returns>The deletion.</returns>
    /// <exception cref="ArgumentException">The id is not valid, or <paramref name="scope"/> is empty. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The message does not exist (<c>messageNotFound</c>).</exception>
    /// <exception cref="InboxCapabilityException">The account or the thread lacks the capability, or the platform's time limit has passed
    /// (<c>mutationWindowClosed</c>).</exception>
    /// <exception cref="InboxMessageException">The message cannot be deleted (<c>messageNotModifiable</c>), or the platform rejects it (<c>contentRejected</c>). If
    /// <see cref="InboxException.MayHaveTakenEffect"/> is set, an earlier attempt whose response was lost may have deleted it.</exception>
    /// <exception cref="InboxPlatformException">The platform failed or limits the account, or the account is not connected.</exception>
    /// <remarks>If the response is lost, the retry of an applied deletion is rejected. The call then requests the history of the message and returns the deletion if it has this
    /// <paramref name="scope"/>.</remarks>
    Task<MessageDeletion> UnsendAsync(string messageId, DeletionScope scope, CancellationToken cancellationToken = default);

    /// <summary>Gets the earlier versions of an edited or deleted message.</summary>
    /// <param name="messageId">The Inbox id of the message.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentException"><paramref name="messageId"/> is empty or not a valid id.</exception>
    /// <exception cref="InboxNotFoundException">The message does not exist (<c>messageNotFound</c>).</exception>
    Task<MessageHistory> GetHistoryAsync(string messageId, CancellationToken cancellationToken = default);

    /// <summary>Adds a reaction to a message.</summary>
    /// <param name="messageId">The Inbox id of the message.</param>
    /// <param name="emoji">Exactly one emoji.</param>
    /// <param name="cancellationToken">Cancels the call. Whether a request in flight was applied is then unknown.</param>
    /// <returns>All reactions to the message.</returns>
    /// <exception cref="ArgumentException">The id is not valid, or <paramref name="emoji"/> is empty. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The message does not exist (<c>messageNotFound</c>).</exception>
    /// <exception cref="InboxValidationException"><paramref name="emoji"/> is not one emoji.</exception>
    /// <exception cref="InboxCapabilityException">The account or the thread lacks <see cref="Capability.MessageReact"/>, or the platform's time limit has passed
    /// (<c>mutationWindowClosed</c>).</exception>
    /// <exception cref="InboxMessageException">The message does not accept reactions (<c>messageNotModifiable</c>), or the platform rejects the emoji
    /// (<c>contentRejected</c>).</exception>
    /// <exception cref="InboxPlatformException">The platform failed or limits the account, or the account is not connected.</exception>
    /// <remarks>The request is not retried after a network or server error.</remarks>
    Task<MessageReactions> AddReactionAsync(string messageId, string emoji, CancellationToken cancellationToken = default);

    /// <summary>Removes the team's reaction from a message.</summary>
    /// <param name="messageId">The Inbox id of the message.</param>
    /// <param name="emoji">Exactly one emoji.</param>
    /// <param name="cancellationToken">Cancels the call. Whether a request in flight was applied is then unknown; repeating it is safe.</param>
    /// <returns>All reactions to the message.</returns>
    /// <exception cref="ArgumentException">The id is not valid, or <paramref name="emoji"/> is empty. No request was sent.</exception>
    /// <exception cref="InboxNotFoundException">The message does not exist (<c>messageNotFound</c>).</exception>
    /// <exception cref="InboxValidationException"><paramref name="emoji"/> is not one emoji.</exception>
    /// <exception cref="InboxCapabilityException">The account or the thread lacks <see cref="Capability.MessageReact"/>, or the platform's time limit has passed
    /// (<c>mutationWindowClosed</c>).</exception>
    /// <exception cref="InboxMessageException">The message does not accept reactions (<c>messageNotModifiable</c>), or the platform rejects the emoji
    /// (<c>contentRejected</c>).</exception>
    /// <exception cref="InboxPlatformException">The platform failed or limits the account, or the account is not connected.</exception>
    Task<MessageReactions> RemoveReactionAsync(string messageId, string emoji, CancellationToken cancellationToken = default);

    /// <summary>Gets the media of an attachment, with a valid URL once it is <see cref="MediaStatus.Ready"/>.</summary>
    /// <param name="messageId">The Inbox id of the message.</param>
    /// <param name="index">The <see cref="MessageAttachment.Index"/> of the attachment, from 0; not that of a card.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The media; without a URL while it is being processed.</returns>
    /// <exception cref="ArgumentException">The id is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    /// <exception cref="InboxNotFoundException">The message does not exist (<c>messageNotFound</c>).</exception>
    /// <exception cref="InboxValidationException">The attachment is a card.</exception>
    Task<MessageMedia> GetAttachmentAsync(string messageId, int index, CancellationToken cancellationToken = default);
}
