using InboxSdk.V2;

namespace InboxSdk.Testing;

/// <summary>Provides a fake <see cref="IMessagesClient"/> for unit tests: set the functions of the methods that the code under test calls.</summary>
/// <remarks>A method whose function is not set throws a <see cref="NotSupportedException"/> that contains its name. The methods can be overridden.</remarks>
public class FakeMessagesClient : IMessagesClient
{
    /// <summary>Gets or sets the function of <see cref="AddReactionAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, string, MessageReactions>? OnAddReaction { get; set; }

    /// <summary>Gets or sets the function of <see cref="EditAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, string, InboxMessage>? OnEdit { get; set; }

    /// <summary>Gets or sets the function of <see cref="GetAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, MessageExpand, InboxMessage>? OnGet { get; set; }

    /// <summary>Gets or sets the function of <see cref="GetAttachmentAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, int, MessageMedia>? OnGetAttachment { get; set; }

    /// <summary>Gets or sets the function of <see cref="GetHistoryAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, MessageHistory>? OnGetHistory { get; set; }

    /// <summary>Gets or sets the function of <see cref="ListAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, MessageQuery?, InboxPageable<InboxMessage>>? OnList { get; set; }

    /// <summary>Gets or sets the function of <see cref="RemoveReactionAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, string, MessageReactions>? OnRemoveReaction { get; set; }

    /// <summary>Gets or sets the function of <see cref="SendAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<MessageSend, MessageSendResult>? OnSend { get; set; }

    /// <summary>Gets or sets the function of <see cref="UnsendAsync"/>. The default is <see langword="null"/>: the method throws.</summary>
    public Func<string, DeletionScope, MessageDeletion>? OnUnsend { get; set; }

    /// <inheritdoc/>
    public virtual Task<MessageReactions> AddReactionAsync(string messageId, string emoji, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnAddReaction, function => function(messageId, emoji), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<InboxMessage> EditAsync(string messageId, string content, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnEdit, function => function(messageId, content), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<InboxMessage> GetAsync(string messageId, MessageExpand expand = MessageExpand.None, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGet, function => function(messageId, expand), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<MessageMedia> GetAttachmentAsync(string messageId, int index, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGetAttachment, function => function(messageId, index), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<MessageHistory> GetHistoryAsync(string messageId, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnGetHistory, function => function(messageId), cancellationToken);

    /// <inheritdoc/>
    public virtual InboxPageable<InboxMessage> ListAsync(string threadId, MessageQuery? query = null, CancellationToken cancellationToken = default) =>
        FakeMethod.Invoke(OnList, function => function(threadId, query));

    /// <inheritdoc/>
    public virtual Task<MessageReactions> RemoveReactionAsync(string messageId, string emoji, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnRemoveReaction, function => function(messageId, emoji), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<MessageSendResult> SendAsync(MessageSend message, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnSend, function => function(message), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<MessageDeletion> UnsendAsync(string messageId, DeletionScope scope, CancellationToken cancellationToken = default) =>
        FakeMethod.InvokeAsync(OnUnsend, function => function(messageId, scope), cancellationToken);
}
