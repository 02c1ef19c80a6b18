using InboxSdk.Http;

namespace InboxSdk.V2;

/// <summary>Every operation of v2, with whether it may be repeated after a fault.</summary>
internal static class V2Operations
{
    public static readonly InboxOperation ListPlatforms = InboxOperation.Read("platforms.list", "/platforms");
    public static readonly InboxOperation GetTeam = InboxOperation.Read("team.get", "/team");
    public static readonly InboxOperation ListMembers = InboxOperation.Read("team.listMembers", "/members");
    public static readonly InboxOperation GetMember = InboxOperation.Read("team.getMember", "/members/{memberId}");
    public static readonly InboxOperation ListAccountLinks = InboxOperation.Read("accountLinks.list", "/account-links");
    public static readonly InboxOperation GetAccountLink = InboxOperation.Read("accountLinks.get", "/account-links/{accountLinkId}");

    public static readonly InboxOperation ListContacts = InboxOperation.Read("contacts.list", "/contacts");
    public static readonly InboxOperation GetContact = InboxOperation.Read("contacts.get", "/contacts/{contactId}");
    public static readonly InboxOperation AddContactTag = InboxOperation.Write("contacts.addTag", "/contacts/{contactId}/tags/{tagRef}");
    public static readonly InboxOperation RemoveContactTag = InboxOperation.Write("contacts.removeTag", "/contacts/{contactId}/tags/{tagRef}");

    // Sets absolute values, so that twice is as good as once. So do the other updates.
    public static readonly InboxOperation UpdateContact = InboxOperation.Write("contacts.update", "/contacts/{contactId}");

    public static readonly InboxOperation ListThreads = InboxOperation.Read("threads.list", "/threads");
    public static readonly InboxOperation GetThread = InboxOperation.Read("threads.get", "/threads/{threadId}");
    public static readonly InboxOperation UpdateThread = InboxOperation.Write("threads.update", "/threads/{threadId}");
    public static readonly InboxOperation DeleteThread = InboxOperation.Write("threads.delete", "/threads/{threadId}");

    // Later it would not be true any more.
    public static readonly InboxOperation SendTyping = InboxOperation.WriteOnce("threads.typing", "/threads/{threadId}/typing");

    public static readonly InboxOperation ListMessages = InboxOperation.Read("messages.list", "/threads/{threadId}/messages");
    public static readonly InboxOperation GetMessage = InboxOperation.Read("messages.get", "/messages/{messageId}");
    public static readonly InboxOperation GetMessageHistory = InboxOperation.Read("messages.history", "/messages/{messageId}/history");
    public static readonly InboxOperation GetAttachment = InboxOperation.Read("messages.attachment", "/messages/{messageId}/attachments/{index}");
    public static readonly InboxOperation UnsendMessage = InboxOperation.Write("messages.unsend", "/messages/{messageId}");
    public static readonly InboxOperation Unreact = InboxOperation.Write("messages.unreact", "/messages/{messageId}/reactions");

    // The key, which every send has, makes a second one give the first one's result.
    public static readonly InboxOperation SendMessage = InboxOperation.Write("messages.send", "/messages");

    // Platforms count edits and show them; and the vendor repeats no POST without a key.
    public static readonly InboxOperation EditMessage = InboxOperation.WriteOnce("messages.edit", "/messages/{messageId}");
    public static readonly InboxOperation React = InboxOperation.WriteOnce("messages.react", "/messages/{messageId}/reactions");

    public static readonly InboxOperation ListTags = InboxOperation.Read("tags.list", "/tags");
    public static readonly InboxOperation GetTag = InboxOperation.Read("tags.get", "/tags/{tagRef}");
    public static readonly InboxOperation UpdateTag = InboxOperation.Write("tags.update", "/tags/{tagRef}");
    public static readonly InboxOperation DeleteTag = InboxOperation.Write("tags.delete", "/tags/{tagRef}");
    public static readonly InboxOperation ListStatuses = InboxOperation.Read("statuses.list", "/statuses");
    public static readonly InboxOperation GetStatus = InboxOperation.Read("statuses.get", "/statuses/{statusRef}");
    public static readonly InboxOperation UpdateStatus = InboxOperation.Write("statuses.update", "/statuses/{statusRef}");
    public static readonly InboxOperation DeleteStatus = InboxOperation.Write("statuses.delete", "/statuses/{statusRef}");

    // A second one would be refused for its name, although the first one worked.
    public static readonly InboxOperation CreateTag = InboxOperation.WriteOnce("tags.create", "/tags");
    public static readonly InboxOperation CreateStatus = InboxOperation.WriteOnce("statuses.create", "/statuses");

    public static readonly InboxOperation ListColors = InboxOperation.Read("colors.list", "/colors");
    public static readonly InboxOperation ListEvents = InboxOperation.Read("events.list", "/events");
}
