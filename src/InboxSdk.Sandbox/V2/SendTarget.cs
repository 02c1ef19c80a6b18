namespace InboxSdk.Sandbox.V2;

/// <summary>The target of a message: an existing thread, or a profile to start one with.</summary>
internal sealed record SendTarget(string Type, string? ThreadId, string? AccountLinkId, string? ContactId, string? Platform, string? PlatformId)
{
    public static SendTarget Parse(V2Body body) => body.Peek("target", "type") switch
    {
        "thread" => new("thread", body.Object("target", "type", "threadId").Id("threadId"), null, null, null, null),
        "contact" => OfContact(body.Object("target", "type", "accountLinkId", "contactId")),
        "profile" => OfProfile(body.Object("target", "type", "accountLinkId", "platform", "platformId")),
        _ => throw body.Invalid("target", "Must be of type thread, contact or profile."),
    };

    private static SendTarget OfContact(V2Body target) => new("contact", null, target.Id("accountLinkId"), target.Id("contactId"), null, null);

    private static SendTarget OfProfile(V2Body target) =>
        new("profile", null, target.Id("accountLinkId"), null, target.Text("platform"), target.Text("platformId"));
}

/// <summary>The content of a send request; equal requests can share one idempotency key.</summary>
internal sealed record SendRequest(SendTarget Target, string Content, string? ReplyToMessageId);
