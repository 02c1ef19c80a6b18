namespace InboxSdk.Sandbox;

/// <summary>Represents a tag of prospects.</summary>
public sealed record SandboxTag
{
    /// <summary>Gets the id, such as <c>tagenterprise</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name, which is unique regardless of case.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the color as <c>#RRGGBB</c>. The default is <c>#6B7280</c>.</summary>
    public string Color { get; init; } = Palette.Neutral;
}
