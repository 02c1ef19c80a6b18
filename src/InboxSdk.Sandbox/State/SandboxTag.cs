namespace InboxSdk.Sandbox;

/// <summary>Holds a tag that prospects can carry.</summary>
public sealed record SandboxTag
{
    /// <summary>Gets the id, such as <c>tag_enterprise</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name; two tags never share one, whatever its case.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the colour as <c>#RRGGBB</c>. Default: <c>#6B7280</c>.</summary>
    public string Color { get; init; } = Palette.Neutral;
}
