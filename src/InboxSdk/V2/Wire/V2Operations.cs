using InboxSdk.Http;

namespace InboxSdk.V2;

/// <summary>The operations of v2, with whether they can be retried and what their successes contain.</summary>
internal static class V2Operations
{
    public static readonly InboxOperation ListPlatforms = InboxOperation.Read("platforms.list", "/platforms", V2Responses.Platforms);
    public static readonly InboxOperation GetTeam = InboxOperation.Read("team.get", "/team", V2Responses.Team);
    public static readonly InboxOperation ListMembers = InboxOperation.Read("team.listMembers", "/members", V2Responses.Members);
    public static readonly InboxOperation GetMember = InboxOperation.Read("team.getMember", "/members/{memberId}", V2Responses.Member);
    public static readonly InboxOperation ListAccountLinks = InboxOperation.Read("accountLinks.list", "/account-links", V2Responses.AccountLinks);
    public static readonly InboxOperation GetAccountLink = InboxOperation.Read("accountLinks.get", "/account-links/{accountLinkId}", V2Responses.AccountLink);

    public static readonly InboxOperation ListContacts = InboxOperation.Read("contacts.list", "/contacts", V2Responses.Contacts) with { NamedBy = "platformId" };
    public static readonly InboxOperation GetContact = InboxOperation.Read("contacts.get", "/contacts/{contactId}", V2Responses.Contact);
    public static readonly InboxOperation AddContactTag = InboxOperation.Write("contacts.addTag", "/contacts/{contactId}/tags/{tagRef}", SuccessContract.NoContent);
    public static readonly InboxOperation RemoveContactTag = InboxOperation.Write("contacts.removeTag", "/contacts/{contactId}/tags/{tagRef}", SuccessContract.NoContent);

    // Sets absolute values, so a retry is safe, as for the other updates.
    public static readonly InboxOperation UpdateContact = InboxOperation.Write("contacts.update", "/contacts/{contactId}", V2Responses.Contact);

    public static readonly InboxOperation ListThreads = InboxOperation.Read("threads.list", "/threads", V2Responses.Threads) with { NamedBy = "contactId" };
    public static readonly InboxOperation GetThread = InboxOperation.Read("threads.get", "/threads/{threadId}", V2Responses.Thread);
    public static readonly InboxOperation UpdateThread = InboxOperation.Write("threads.update", "/threads/{threadId}", V2Responses.Thread);
    public static readonly InboxOperation DeleteThread = InboxOperation.Write("threads.delete", "/threads/{threadId}", V2Responses.ThreadDeletion);

    // A later signal would be wrong.
    public static readonly InboxOperation SendTyping = InboxOperation.WriteOnce("threads.typing", "/threads/{threadId}/typing", V2Responses.Typing);

    public static readonly InboxOperation ListMessages = InboxOperation.Read("messages.list", "/threads/{threadId}/messages", V2Responses.Messages);
    public static readonly InboxOperation GetMessage = InboxOperation.Read("messages.get", "/messages/{messageId}", V2Responses.Message);
    public static readonly InboxOperation GetMessageHistory = InboxOperation.Read("messages.history", "/messages/{messageId}/history", V2Responses.History);
    public static readonly InboxOperation GetAttachment = InboxOperation.Read("messages.attachment", "/messages/{messageId}/attachments/{index}", V2Responses.Attachment);
    public static readonly InboxOperation UnsendMessage = InboxOperation.Write("messages.unsend", "/messages/{messageId}", V2Responses.MessageDeletion);
    public static readonly InboxOperation Unreact = InboxOperation.Write("messages.unreact", "/messages/{messageId}/reactions", V2Responses.Reactions);

    // Every send has an idempotency key, so a retry returns the first result.
    public static readonly InboxOperation SendMessage = InboxOperation.Write("messages.send", "/messages", V2Responses.Sent);

    // Platforms count and show edits, and the vendor does not retry a POST without a key.
    public static readonly InboxOperation EditMessage = InboxOperation.WriteOnce("messages.edit", "/messages/{messageId}", V2Responses.Message);
    public static readonly InboxOperation React = InboxOperation.WriteOnce("messages.react", "/messages/{messageId}/reactions", V2Responses.Reactions);

    public static readonly InboxOperation ListTags = InboxOperation.Read("tags.list", "/tags", V2Responses.Tags);
    public static readonly InboxOperation GetTag = InboxOperation.Read("tags.get", "/tags/{tagRef}", V2Responses.Tag());
    public static readonly InboxOperation UpdateTag = InboxOperation.Write("tags.update", "/tags/{tagRef}", V2Responses.Tag());
    public static readonly InboxOperation DeleteTag = InboxOperation.Write("tags.delete", "/tags/{tagRef}", SuccessContract.NoContent);
    public static readonly InboxOperation ListStatuses = InboxOperation.Read("statuses.list", "/statuses", V2Responses.Statuses);
    public static readonly InboxOperation GetStatus = InboxOperation.Read("statuses.get", "/statuses/{statusRef}", V2Responses.Status());
    public static readonly InboxOperation UpdateStatus = InboxOperation.Write("statuses.update", "/statuses/{statusRef}", V2Responses.Status());
    public static readonly InboxOperation DeleteStatus = InboxOperation.Write("statuses.delete", "/statuses/{statusRef}", SuccessContract.NoContent);

    // A retry would be rejected for its name, although the first request succeeded.
    public static readonly InboxOperation CreateTag = InboxOperation.WriteOnce("tags.create", "/tags", V2Responses.CreatedTag());
    public static readonly InboxOperation CreateStatus = InboxOperation.WriteOnce("statuses.create", "/statuses", V2Responses.CreatedStatus());

    public static readonly InboxOperation ListColors = InboxOperation.Read("colors.list", "/colors", V2Responses.Colors);
    public static readonly InboxOperation ListEvents = InboxOperation.Read("events.list", "/events", V2Responses.Events);
}
