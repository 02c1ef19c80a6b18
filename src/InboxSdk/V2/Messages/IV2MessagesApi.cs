using System.Globalization;
using System.Net;
using InboxSdk.Pipeline;
using Refit;

namespace InboxSdk.V2;

internal interface IV2MessagesApi
{
    static readonly InboxOperation List = InboxOperation.Read("messages.list", V2Success.Page(
        V2Models.ReadInboxMessage, static (message, threadId) => Identity.Check(message.Id, default) ?? Identity.CheckOwner(message.ThreadId, threadId)));

    [Get("/threads/{threadId}/messages")]
    Task<PageResponse<InboxMessage>> ListAsync(string threadId, [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Get = InboxOperation.Read("messages.get", Found);

    [Get("/messages/{messageId}")]
    Task<InboxMessage> GetAsync(string messageId, [QueryConverter(typeof(QueryParametersConverter))] QueryParameters query, [Property(InboxCall.Key)] InboxCall call);

    // Every send has an idempotency key, so a retry returns the first result. 201 for a new message, 200 for a replay.
    static readonly InboxOperation Send = InboxOperation.Write("messages.send", new SuccessContract<SendResponse>(
        V2Models.ReadSendResponse, static (sent, _) => Identity.Check(sent.Message?.Id ?? "", default) ?? Identity.Check(sent.Thread?.Id ?? "", default))
    {
        Status = HttpStatusCode.Created,
        OtherStatus = HttpStatusCode.OK,
        Result = static (sent, status) => new SentMessage(sent.Message!, sent.Thread!, IsReplay: status == HttpStatusCode.OK),
    });

    [Post("/messages")]
    Task<SentMessage> SendAsync([Body] SendBody message, [Header("Idempotency-Key")] string idempotencyKey, [Property(InboxCall.Key)] InboxCall call);

    // Platforms count and show edits, and the vendor does not retry a POST without a key.
    static readonly InboxOperation Edit = InboxOperation.WriteOnce("messages.edit", Found);

    [Patch("/messages/{messageId}")]
    Task<InboxMessage> EditAsync(string messageId, [Body] EditBody edit, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation Unsend = InboxOperation.Write("messages.unsend", new SuccessContract<MessageDeletion>(
        V2Models.ReadMessageDeletion, static (deletion, named) => Identity.Check(deletion.MessageId, named)));

    [Delete("/messages/{messageId}")]
    Task<MessageDeletion> UnsendAsync(string messageId, string scope, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation GetHistory = InboxOperation.Read("messages.history", new SuccessContract<MessageHistory>(
        V2Models.ReadMessageHistory, static (history, _) => history is { Times: "", Versions: [] } ? "has no versions" : null));

    [Get("/messages/{messageId}/history")]
    Task<MessageHistory> GetHistoryAsync(string messageId, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation AddReaction = InboxOperation.WriteOnce("messages.react", Reactions);

    [Post("/messages/{messageId}/reactions")]
    Task<MessageReactions> AddReactionAsync(string messageId, [Body] ReactionBody reaction, [Property(InboxCall.Key)] InboxCall call);

    static readonly InboxOperation RemoveReaction = InboxOperation.Write("messages.unreact", Reactions);

    [Delete("/messages/{messageId}/reactions")]
    Task<MessageReactions> RemoveReactionAsync(string messageId, string emoji, [Property(InboxCall.Key)] InboxCall call);

    // 202 while the platform is still preparing it.
    static readonly InboxOperation GetAttachment = InboxOperation.Read("messages.attachment", new SuccessContract<MessageMedia>(
        V2Models.ReadMessageMedia, static (media, named) => media.Kind == default ? "has no kind"
            : int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index != media.Index ? Identity.Other
            : null)
    {
        OtherStatus = HttpStatusCode.Accepted,
    });

    [Get("/messages/{messageId}/attachments/{index}")]
    Task<MessageMedia> GetAttachmentAsync(string messageId, int index, [Property(InboxCall.Key)] InboxCall call);

    private static SuccessContract Found => new SuccessContract<InboxMessage>(V2Models.ReadInboxMessage, static (message, named) => Identity.Check(message.Id, named));

    private static SuccessContract Reactions => new SuccessContract<MessageReactions>(
        V2Models.ReadMessageReactions, static (reactions, _) => reactions is { Version: null, Reactions: [] } ? "has no reactions" : null);
}

internal sealed record SentMessage(InboxMessage Message, ContactThread Thread, bool IsReplay);
