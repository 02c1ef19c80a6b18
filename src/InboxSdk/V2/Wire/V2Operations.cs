using InboxSdk.Http;

namespace InboxSdk.V2;

/// <summary>Every operation of v2, with whether it may be repeated after a fault.</summary>
internal static class V2Operations
{
    public static readonly InboxOperation ListPlatforms = new("platforms.list", "/platforms", IsRepeatable: true);
    public static readonly InboxOperation GetTeam = new("team.get", "/team", IsRepeatable: true);
    public static readonly InboxOperation ListMembers = new("team.listMembers", "/members", IsRepeatable: true);
    public static readonly InboxOperation GetMember = new("team.getMember", "/members/{memberId}", IsRepeatable: true);
    public static readonly InboxOperation ListAccountLinks = new("accountLinks.list", "/account-links", IsRepeatable: true);
    public static readonly InboxOperation GetAccountLink = new("accountLinks.get", "/account-links/{accountLinkId}", IsRepeatable: true);

    public static readonly InboxOperation ListContacts = new("contacts.list", "/contacts", IsRepeatable: true);
    public static readonly InboxOperation GetContact = new("contacts.get", "/contacts/{contactId}", IsRepeatable: true);
    public static readonly InboxOperation AddContactTag = new("contacts.addTag", "/contacts/{contactId}/tags/{tagRef}", IsRepeatable: true);
    public static readonly InboxOperation RemoveContactTag = new("contacts.removeTag", "/contacts/{contactId}/tags/{tagRef}", IsRepeatable: true);

    // Sets absolute values, so that twice is as good as once. So do the other updates.
    public static readonly InboxOperation UpdateContact = new("contacts.update", "/contacts/{contactId}", IsRepeatable: true);

    public static readonly InboxOperation ListThreads = new("threads.list", "/threads", IsRepeatable: true);
    public static readonly InboxOperation GetThread = new("threads.get", "/threads/{threadId}", IsRepeatable: true);
    public static readonly InboxOperation UpdateThread = new("threads.update", "/threads/{threadId}", IsRepeatable: true);
    public static readonly InboxOperation DeleteThread = new("threads.delete", "/threads/{threadId}", IsRepeatable: true);

    // Later it would not be true any more.
    public static readonly InboxOperation SendTyping = new("threads.typing", "/threads/{threadId}/typing", IsRepeatable: false);

    public static readonly InboxOperation ListMessages = new("messages.list", "/threads/{threadId}/messages", IsRepeatable: true);
    public static readonly InboxOperation GetMessage = new("messages.get", "/messages/{messageId}", IsRepeatable: true);
    public static readonly InboxOperation GetMessageHistory = new("messages.history", "/messages/{messageId}/history", IsRepeatable: true);
    public static readonly InboxOperation GetAttachment = new("messages.attachment", "/messages/{messageId}/attachments/{index}", IsRepeatable: true);
    public static readonly InboxOperation UnsendMessage = new("messages.unsend", "/messages/{messageId}", IsRepeatable: true);
    public static readonly InboxOperation Unreact = new("messages.unreact", "/messages/{messageId}/reactions", IsRepeatable: true);

    // The key, which every send has, makes a second one give the first one's result.
    public static readonly InboxOperation SendMessage = new("messages.send", "/messages", IsRepeatable: true);

    // Platforms count edits and show them; and the vendor repeats no POST without a key.
    public static readonly InboxOperation EditMessage = new("messages.edit", "/messages/{messageId}", IsRepeatable: false);
    public static readonly InboxOperation React = new("messages.react", "/messages/{messageId}/reactions", IsRepeatable: false);

    public static readonly InboxOperation ListTags = new("tags.list", "/tags", IsRepeatable: true);
    public static readonly InboxOperation GetTag = new("tags.get", "/tags/{tagRef}", IsRepeatable: true);
    public static readonly InboxOperation UpdateTag = new("tags.update", "/tags/{tagRef}", IsRepeatable: true);
    public static readonly InboxOperation DeleteTag = new("tags.delete", "/tags/{tagRef}", IsRepeatable: true);
    public static readonly InboxOperation ListStatuses = new("statuses.list", "/statuses", IsRepeatable: true);
    public static readonly InboxOperation GetStatus = new("statuses.get", "/statuses/{statusRef}", IsRepeatable: true);
    public static readonly InboxOperation UpdateStatus = new("statuses.update", "/statuses/{statusRef}", IsRepeatable: true);
    public static readonly InboxOperation DeleteStatus = new("statuses.delete", "/statuses/{statusRef}", IsRepeatable: true);

    // A second one would be refused for its name, although the first one worked.
    public static readonly InboxOperation CreateTag = new("tags.create", "/tags", IsRepeatable: false);
    public static readonly InboxOperation CreateStatus = new("statuses.create", "/statuses", IsRepeatable: false);

    public static readonly InboxOperation ListColors = new("colors.list", "/colors", IsRepeatable: true);
    public static readonly InboxOperation ListEvents = new("events.list", "/events", IsRepeatable: true);
}
