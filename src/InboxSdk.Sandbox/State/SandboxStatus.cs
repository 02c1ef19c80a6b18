namespace InboxSdk.Sandbox;

/// <summary>Represents a stage of the sales pipeline. A prospect has at most one.</summary>
public sealed record SandboxStatus
{
    /// <summary>Gets the id, such as <c>statusqualified</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the color as <c>#RRGGBB</c>, or <see langword="null"/> for none, which v1 shows as the default. The default is <c>#6B7280</c>.</summary>
    public string? Color { get; init; } = Palette.Neutral;

    /// <summary>Gets when the status was created. The default is 2025-01-01, midnight UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
