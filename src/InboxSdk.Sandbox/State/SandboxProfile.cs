namespace InboxSdk.Sandbox;

/// <summary>Holds one more account of a prospect, on a platform beside the first. v2 shows them all, v1 only the prospect's own.</summary>
public sealed record SandboxProfile
{
    /// <summary>Gets the platform, such as <c>linkedin</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>Gets the id on the platform.</summary>
    public required string PlatformId { get; init; }

    /// <summary>Gets the name on the platform, without the sign that some platforms put before it.</summary>
    public required string Username { get; init; }

    /// <summary>Gets the display name, or <see langword="null"/> for that of the prospect. Default: <see langword="null"/>.</summary>
    public string? Name { get; init; }
}
