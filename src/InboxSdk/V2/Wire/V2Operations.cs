using InboxSdk.Http;

namespace InboxSdk.V2;

/// <summary>Every operation of v2, with whether it may be repeated after a fault.</summary>
internal static class V2Operations
{
    public static readonly InboxOperation ListPlatforms = new("platforms.list", IsRepeatable: true);
    public static readonly InboxOperation GetTeam = new("team.get", IsRepeatable: true);
    public static readonly InboxOperation ListMembers = new("team.listMembers", IsRepeatable: true);
    public static readonly InboxOperation GetMember = new("team.getMember", IsRepeatable: true);
    public static readonly InboxOperation ListAccountLinks = new("accountLinks.list", IsRepeatable: true);
    public static readonly InboxOperation GetAccountLink = new("accountLinks.get", IsRepeatable: true);

    public static readonly InboxOperation ListContacts = new("contacts.list", IsRepeatable: true);
    public static readonly InboxOperation GetContact = new("contacts.get", IsRepeatable: true);
    public static readonly InboxOperation AddContactTag = new("contacts.addTag", IsRepeatable: true);
    public static readonly InboxOperation RemoveContactTag = new("contacts.removeTag", IsRepeatable: true);

    // Sets absolute values, so that twice is as good as once. So do the other updates.
    public static readonly InboxOperation UpdateContact = new("contacts.update", IsRepeatable: true);

    public static readonly InboxOperation ListThreads = new("threads.list", IsRepeatable: true);
    public static readonly InboxOperation GetThread = new("threads.get", IsRepeatable: true);
    public static readonly InboxOperation UpdateThread = new("threads.update", IsRepeatable: true);
    public static readonly InboxOperation DeleteThread = new("threads.delete", IsRepeatable: true);

    // Later it would not be true any more.
    public static readonly InboxOperation SendTyping = new("threads.typing", IsRepeatable: false);

    public static readonly InboxOperation ListMessages = new("messages.list", IsRepeatable: true);
    public static readonly InboxOperation GetMessage = new("messages.get", IsRepeatable: true);
    public static readonly InboxOperation GetMessageHistory = new("messages.history", IsRepeatable: true);
    public static readonly InboxOperation GetAttachment = new("messages.attachment", IsRepeatable: true);
    public static readonly InboxOperation UnsendMessage = new("messages.unsend", IsRepeatable: true);
    public static readonly InboxOperation Unreact = new("messages.unreact", IsRepeatable: true);

    // The key, which every send has, makes a second one give the first one's result.
    public static readonly InboxOperation SendMessage = new("messages.send", IsRepeatable: true);

    // Platforms count edits and show them, and may take a second reaction for another one.
    public static readonly InboxOperation EditMessage = new("messages.edit", IsRepeatable: false);
    public static readonly InboxOperation React = new("messages.react", IsRepeatable: false);

    public static readonly InboxOperation ListTags = new("tags.list", IsRepeatable: true);
    public static readonly InboxOperation GetTag = new("tags.get", IsRepeatable: true);
    public static readonly InboxOperation UpdateTag = new("tags.update", IsRepeatable: true);
    public static readonly InboxOperation DeleteTag = new("tags.delete", IsRepeatable: true);
    public static readonly InboxOperation ListStatuses = new("statuses.list", IsRepeatable: true);
    public static readonly InboxOperation GetStatus = new("statuses.get", IsRepeatable: true);
    public static readonly InboxOperation UpdateStatus = new("statuses.update", IsRepeatable: true);
    public static readonly InboxOperation DeleteStatus = new("statuses.delete", IsRepeatable: true);

    // A second one would be refused for its name, although the first one worked.
    public static readonly InboxOperation CreateTag = new("tags.create", IsRepeatable: false);
    public static readonly InboxOperation CreateStatus = new("statuses.create", IsRepeatable: false);

    public static readonly InboxOperation ListColors = new("colors.list", IsRepeatable: true);
    public static readonly InboxOperation ListEvents = new("events.list", IsRepeatable: true);
}
