namespace InboxSdk.V2;

/// <summary>Represents the object of an event.</summary>
public sealed record InboxEventObject
{
    /// <summary>Gets the type: <c>thread</c>, <c>message</c>, <c>contact</c>, <c>tag</c>, <c>status</c> or <c>campaign</c>. Inbox may add types.</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the API path, such as <c>/threads/abc</c>. It returns "not found" once the object is deleted.</summary>
    public string Url { get; init => field = value ?? ""; } = "";
}
