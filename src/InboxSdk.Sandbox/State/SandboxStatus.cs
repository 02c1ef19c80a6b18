namespace InboxSdk.Sandbox;

/// <summary>Holds a stage of the sales pipeline; a prospect is in one at most.</summary>
public sealed record SandboxStatus
{
    /// <summary>Gets the id, such as <c>status_qualified</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the colour as <c>#RRGGBB</c>, or <see langword="null"/> for none, which v1 shows as the default. Default: <c>#6B7280</c>.</summary>
    public string? Color { get; init; } = Palette.Neutral;

    /// <summary>Gets when it came to be. Default: 2025-01-01, midnight UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
