namespace InboxSdk;

/// <summary>Represents an active conversation with a prospect that has a tag.</summary>
public sealed record TaggedConversation
{
    /// <summary>Gets the Inbox id of the prospect.</summary>
    public string ProspectId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the handle of the prospect without the <c>@</c>, or empty if the response omits it.</summary>
    public string Username { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the Inbox id of the thread.</summary>
    public string ThreadId { get; init => field = value ?? ""; } = "";
}
