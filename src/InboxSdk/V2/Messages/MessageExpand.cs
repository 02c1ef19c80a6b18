namespace InboxSdk.V2;

/// <summary>Specifies the related objects to include in a message, without additional requests. At most four can be combined.</summary>
[Flags]
public enum MessageExpand
{
    /// <summary>Only ids.</summary>
    None = 0,

    /// <summary>Includes the member, the agent or the token of <see cref="InboxMessage.SentBy"/>.</summary>
    SentBy = 1,

    /// <summary>Includes the account, the profile or the contact of <see cref="MessageReaction.Author"/>.</summary>
    ReactionAuthors = 2,

    /// <summary>Includes <see cref="InboxMessage.Thread"/>.</summary>
    Thread = 4,

    /// <summary>Includes <see cref="InboxMessage.AccountLink"/>.</summary>
    AccountLink = 8,

    /// <summary>Includes <see cref="MessageReply.Message"/>.</summary>
    RepliedMessage = 16,
}
