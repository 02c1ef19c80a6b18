namespace InboxSdk.V2;

/// <summary>What an event happened to.</summary>
public sealed record InboxEventObject
{
    /// <summary>Gets what it is: <c>thread</c>, <c>message</c>, <c>contact</c>, <c>tag</c>, <c>status</c> or <c>campaign</c>. Inbox may add types.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>Gets its id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets its path in the API, such as <c>/threads/abc</c>; it answers "not found" once the object is deleted.</summary>
    public string Url { get => field ?? ""; init; }
}
