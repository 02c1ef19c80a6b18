namespace InboxSdk;

/// <summary>An active conversation with a prospect who has a tag.</summary>
/// <param name="ProspectId">The prospect's Inbox id.</param>
/// <param name="Username">The prospect's handle, without the <c>@</c>; empty when the answer lacks it.</param>
/// <param name="ThreadId">The thread's Inbox id.</param>
public sealed record TaggedConversation(string ProspectId, string Username, string ThreadId);
