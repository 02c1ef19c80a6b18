namespace InboxSdk.V2;

/// <summary>Provides the columns of exported messages. For others see <see cref="ExportColumn"/>.</summary>
public static class MessageColumn
{
    /// <summary>Gets the Inbox id of the message, <c>messageId</c>.</summary>
    public static ExportColumn<InboxMessage> MessageId { get; } = ExportColumn.Text<InboxMessage>("messageId", message => message.Id, width: 22);

    /// <summary>Gets the Inbox id of the thread, <c>threadId</c>.</summary>
    public static ExportColumn<InboxMessage> ThreadId { get; } = ExportColumn.Text<InboxMessage>("threadId", message => message.ThreadId, width: 22);

    /// <summary>Gets the id on the platform, <c>platformId</c>; empty if there is none.</summary>
    public static ExportColumn<InboxMessage> PlatformId { get; } = ExportColumn.Text<InboxMessage>("platformId", message => message.PlatformId, width: 22);

    /// <summary>Gets when the message was written, <c>createdAt</c>; empty if unknown.</summary>
    public static ExportColumn<InboxMessage> CreatedAt { get; } = ExportColumn.Timestamp<InboxMessage>("createdAt", message => message.CreatedAt);

    /// <summary>Gets the direction, <c>direction</c>: <c>inbound</c> or <c>outbound</c>.</summary>
    public static ExportColumn<InboxMessage> Direction { get; } = ExportColumn.Text<InboxMessage>("direction", message => message.Direction.ToString(), width: 12);

    /// <summary>Gets the kind of the sender on the team's side, <c>sentBy</c>: <c>member</c>, <c>agent</c>, <c>campaign</c>, <c>api</c> or one unknown to this version; empty for
    /// inbound messages and for those sent outside Inbox.</summary>
    public static ExportColumn<InboxMessage> SentBy { get; } = ExportColumn.Text<InboxMessage>(
        "sentBy",
        message => message.SentBy switch
        {
            MemberSender => "member",
            AgentSender => "agent",
            CampaignSender => "campaign",
            ApiSender => "api",
            OtherSender other => other.Kind,
            _ => null,
        },
        width: 12);

    /// <summary>Gets the id of the member, agent, campaign or API token that sent the message, <c>senderId</c>; empty if unknown.</summary>
    public static ExportColumn<InboxMessage> SenderId { get; } = ExportColumn.Text<InboxMessage>(
        "senderId",
        message => message.SentBy switch
        {
            MemberSender member => member.MemberId,
            AgentSender agent => agent.AgentId,
            CampaignSender campaign => campaign.CampaignId,
            ApiSender api => api.TokenId,
            _ => null,
        },
        width: 22);

    /// <summary>Gets the text, <c>content</c>, which remains after deletion.</summary>
    public static ExportColumn<InboxMessage> Content { get; } = ExportColumn.Text<InboxMessage>("content", message => message.Content, width: 60);

    /// <summary>Gets the kinds of the attachments, <c>attachments</c>, such as <c>image; card</c>.</summary>
    public static ExportColumn<InboxMessage> Attachments { get; } = ExportColumn.Text<InboxMessage>(
        "attachments",
        message => message.Attachments.Count == 0
            ? null
            : string.Join("; ", message.Attachments.Select(attachment => attachment switch
            {
                MessageMedia media => media.Kind.ToString(),
                MessageCard => "card",
                OtherAttachment other => other.Kind,
                _ => "",
            })),
        width: 14);

    /// <summary>Gets when the message was edited, <c>editedAt</c>; empty if never or if the time is unknown.</summary>
    public static ExportColumn<InboxMessage> EditedAt { get; } = ExportColumn.Timestamp<InboxMessage>("editedAt", message => message.EditedAt);

    /// <summary>Gets when the message was deleted, <c>deletedAt</c>; empty if it was not.</summary>
    public static ExportColumn<InboxMessage> DeletedAt { get; } = ExportColumn.Timestamp<InboxMessage>("deletedAt", message => message.DeletedAt);

    /// <summary>Gets the default columns, in order: messageId, threadId, createdAt, direction, sentBy, senderId, content, attachments, editedAt, deletedAt.</summary>
    public static IReadOnlyList<ExportColumn<InboxMessage>> Defaults { get; } =
        [MessageId, ThreadId, CreatedAt, Direction, SentBy, SenderId, Content, Attachments, EditedAt, DeletedAt];
}
