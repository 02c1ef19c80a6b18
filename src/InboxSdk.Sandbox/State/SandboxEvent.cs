namespace InboxSdk.Sandbox;

/// <summary>Records a change of the data, as v2 tells it in <c>GET /events</c> and by webhook.</summary>
public sealed record SandboxEvent
{
    /// <summary>Gets the number: each event has a higher one than the event before it. The first is 1.</summary>
    public required long Seq { get; init; }

    /// <summary>Gets the type, such as <c>contact.tagsChanged</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Gets when it happened, by the sandbox's clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id of what changed, as v2 spells it.</summary>
    public required string ObjectId { get; init; }

    /// <summary>Gets what v2 tells about the change, as a JSON object.</summary>
    public required string Data { get; init; }
}
