namespace InboxSdk.V2;

/// <summary>Names what an answer holds of a message beside ids, at no further request. At most four at once.</summary>
[Flags]
public enum MessageExpand
{
    /// <summary>Ids alone.</summary>
    None = 0,

    /// <summary>Fills the member, the agent or the token of <see cref="InboxMessage.SentBy"/>.</summary>
    SentBy = 1,

    /// <summary>Fills the account, the profile or the contact of <see cref="MessageReaction.Author"/>.</summary>
    ReactionAuthors = 2,

    /// <summary>Fills <see cref="InboxMessage.Thread"/>.</summary>
    Thread = 4,

    /// <summary>Fills <see cref="InboxMessage.AccountLink"/>.</summary>
    AccountLink = 8,

    /// <summary>Fills <see cref="MessageReply.Message"/>.</summary>
    RepliedMessage = 16,
}
