namespace InboxSdk.V2;

/// <summary>Reads, sends and changes messages.</summary>
/// <remarks>
/// <para>What an account can do in a thread differs by platform: ask <see cref="AccountLink.Can"/> before offering it.</para>
/// <para>Every call may throw an <see cref="InboxException"/>; the members name only those a caller acts on.</para>
/// </remarks>
public interface IMessagesClient
{
    /// <summary>Lists the messages of a thread, the newest first unless the query says otherwise. Deleted messages stay in the list.</summary>
    /// <param name="threadId">The thread's Inbox id.</param>
    /// <param name="query">How to list them.</param>
    /// <param name="cancellationToken">Cancels the enumeration at once.</param>
    /// <returns>The messages. No request is made before the enumeration begins.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or the query expands more than four things.</exception>
    /// <exception cref="InboxNotFoundException">Enumerating: there is no such thread.</exception>
    AsyncPageable<InboxMessage> ListAsync(string threadId, MessageQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Gets a message.</summary>
    /// <param name="messageId">The message's Inbox id.</param>
    /// <param name="expand">What the message holds beside ids; nothing by default, at most four.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or more than four things are to be expanded.</exception>
    /// <exception cref="InboxNotFoundException">There is no such message (<c>messageNotFound</c>).</exception>
    Task<InboxMessage> GetAsync(string messageId, MessageExpand expand = MessageExpand.None, CancellationToken cancellationToken = default);

    /// <summary>Sends a message, once: all attempts of a call go under one key, so that a fault never makes a second message.</summary>
    /// <param name="message">What to send, and where to.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether a message in flight was sent is then not known; sending it again under the same
    /// <see cref="MessageSend.IdempotencyKey"/> does no harm, so name one if the call may be cancelled. After a failure the key, also one the call made for itself, is
    /// <see cref="InboxException.IdempotencyKey"/>.</param>
    /// <returns>The message and the thread it landed in.</returns>
    /// <exception cref="ArgumentException">The target, the content or the key cannot be one. No request was made.</exception>
    /// <exception cref="InboxSendUnconfirmedException">The platform did not confirm the message: it may have been delivered. It is never sent again by itself.</exception>
    /// <exception cref="InboxMessageException">The platform refuses the text (<c>contentRejected</c>), or the person cannot be reached
    /// (<c>recipientUnavailable</c>).</exception>
    /// <exception cref="InboxCapabilityException">The account or the thread lacks <see cref="Capability.MessageSend"/> or <see cref="Capability.MessageReply"/>.</exception>
    /// <exception cref="InboxPlatformException">The platform failed or limits the account, the account is not connected, or it is on another platform than the one
    /// named (<c>platformNotSupported</c>; see <see cref="InboxPlatformException.SupportedPlatforms"/>).</exception>
    /// <exception cref="InboxPlanException">The team's plan does not reach strangers (<see cref="ProfileTarget"/>), or its workspace is locked.</exception>
    /// <exception cref="InboxConflictException">A send under this key has not ended (<c>sendInProgress</c>), not even after the retries.</exception>
    /// <exception cref="InboxValidationException">The key was used for another message (<c>idempotencyKeyReused</c>), the contact has several profiles on the
    /// platform (<c>profileAmbiguous</c>), or there is no such message to reply to.</exception>
    /// <exception cref="InboxNotFoundException">There is no such thread, contact or account; <see cref="InboxApiException.Code"/> tells which.</exception>
    Task<MessageSendResult> SendAsync(MessageSend message, CancellationToken cancellationToken = default);

    /// <summary>Replaces the text of a message the team sent.</summary>
    /// <param name="messageId">The message's Inbox id.</param>
    /// <param name="content">The new text; not empty.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether an edit in flight was made is then not known.</param>
    /// <returns>The message after the edit.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or <paramref name="content"/> is empty. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such message (<c>messageNotFound</c>).</exception>
    /// <exception cref="InboxCapabilityException">The account or the thread lacks <see cref="Capability.MessageEdit"/>, or the platform's window has closed
    /// (<c>mutationWindowClosed</c>; see <see cref="PlatformInfo.GetMutationWindow"/>).</exception>
    /// <exception cref="InboxMessageException">The message cannot be edited (<c>messageNotModifiable</c>), or the platform refuses the text.</exception>
    /// <exception cref="InboxPlatformException">The platform failed or limits the account, or the account is not connected.</exception>
    /// <remarks>An edit is not repeated after a fault of the network or the server: platforms count and show edits.</remarks>
    Task<InboxMessage> EditAsync(string messageId, string content, CancellationToken cancellationToken = default);

    /// <summary>Deletes a message, for the team's own account or for everyone.</summary>
    /// <param name="messageId">The message's Inbox id.</param>
    /// <param name="scope">For whom: <see cref="DeletionScope.Self"/> or <see cref="DeletionScope.All"/>.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether a request in flight deleted the message is then not known.</param>
    /// <returns>What was deleted.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or <paramref name="scope"/> is empty. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such message (<c>messageNotFound</c>).</exception>
    /// <exception cref="InboxCapabilityException">The account or the thread lacks the capability, or the platform's window has closed
    /// (<c>mutationWindowClosed</c>).</exception>
    /// <exception cref="InboxMessageException">The message cannot be deleted (<c>messageNotModifiable</c>), or the platform refuses it (<c>contentRejected</c>). With
    /// <see cref="InboxException.MayHaveTakenEffect"/>, an attempt before may have deleted it and its answer was lost.</exception>
    /// <exception cref="InboxPlatformException">The platform failed or limits the account, or the account is not connected.</exception>
    Task<MessageDeletion> UnsendAsync(string messageId, DeletionScope scope, CancellationToken cancellationToken = default);

    /// <summary>Gets what a message was, before it was edited or deleted.</summary>
    /// <param name="messageId">The message's Inbox id.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentException"><paramref name="messageId"/> is empty or cannot be an id.</exception>
    /// <exception cref="InboxNotFoundException">There is no such message (<c>messageNotFound</c>).</exception>
    Task<MessageHistory> GetHistoryAsync(string messageId, CancellationToken cancellationToken = default);

    /// <summary>Reacts to a message.</summary>
    /// <param name="messageId">The message's Inbox id.</param>
    /// <param name="emoji">Exactly one emoji.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether a reaction in flight was added is then not known.</param>
    /// <returns>All reactions to the message.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or <paramref name="emoji"/> is empty. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such message (<c>messageNotFound</c>).</exception>
    /// <exception cref="InboxValidationException">This is not one emoji.</exception>
    /// <exception cref="InboxCapabilityException">The account or the thread lacks <see cref="Capability.MessageReact"/>, or the platform's window has closed
    /// (<c>mutationWindowClosed</c>).</exception>
    /// <exception cref="InboxMessageException">The message takes no reactions (<c>messageNotModifiable</c>), or the platform refuses the emoji
    /// (<c>contentRejected</c>).</exception>
    /// <exception cref="InboxPlatformException">The platform failed or limits the account, or the account is not connected.</exception>
    /// <remarks>It is not repeated after a fault of the network or the server.</remarks>
    Task<MessageReactions> AddReactionAsync(string messageId, string emoji, CancellationToken cancellationToken = default);

    /// <summary>Takes the team's reaction to a message back.</summary>
    /// <param name="messageId">The message's Inbox id.</param>
    /// <param name="emoji">Exactly one emoji.</param>
    /// <param name="cancellationToken">Cancels the call at once. Whether the reaction was taken back is then not known; asking again does no harm.</param>
    /// <returns>All reactions to the message.</returns>
    /// <exception cref="ArgumentException">The id cannot be one, or <paramref name="emoji"/> is empty. No request was made.</exception>
    /// <exception cref="InboxNotFoundException">There is no such message (<c>messageNotFound</c>).</exception>
    /// <exception cref="InboxValidationException">This is not one emoji.</exception>
    /// <exception cref="InboxCapabilityException">The account or the thread lacks <see cref="Capability.MessageReact"/>, or the platform's window has closed
    /// (<c>mutationWindowClosed</c>).</exception>
    /// <exception cref="InboxMessageException">The message takes no reactions (<c>messageNotModifiable</c>), or the platform refuses the emoji
    /// (<c>contentRejected</c>).</exception>
    /// <exception cref="InboxPlatformException">The platform failed or limits the account, or the account is not connected.</exception>
    Task<MessageReactions> RemoveReactionAsync(string messageId, string emoji, CancellationToken cancellationToken = default);

    /// <summary>Gets an attachment's media afresh, with an address that works now once it is <see cref="MediaStatus.Ready"/>.</summary>
    /// <param name="messageId">The message's Inbox id.</param>
    /// <param name="index">The attachment's <see cref="MessageAttachment.Index"/>, from 0; not that of a card.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The media; while they are being processed, without an address.</returns>
    /// <exception cref="ArgumentException">The id cannot be one.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    /// <exception cref="InboxNotFoundException">There is no such message (<c>messageNotFound</c>).</exception>
    /// <exception cref="InboxValidationException">The index is that of a card.</exception>
    Task<MessageMedia> GetAttachmentAsync(string messageId, int index, CancellationToken cancellationToken = default);
}
