namespace InboxSdk;

/// <summary>Represents an active conversation with a prospect that has a tag.</summary>
/// <param name="ProspectId">The Inbox id of the prospect.</param>
/// <param name="Username">The handle of the prospect without the <c>@</c>, or empty if the response omits it.</param>
/// <param name="ThreadId">The Inbox id of the thread.</param>
public sealed record TaggedConversation(string ProspectId, string Username, string ThreadId);
