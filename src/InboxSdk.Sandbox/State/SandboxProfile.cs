namespace InboxSdk.Sandbox;

/// <summary>Represents an additional account of a prospect on a platform. v2 exposes all accounts, v1 only the prospect's own.</summary>
public sealed record SandboxProfile
{
    /// <summary>Gets the platform, such as <see cref="Platform.LinkedIn"/>.</summary>
    public required Platform Platform { get; init; }

    /// <summary>Gets the id on the platform.</summary>
    public required string PlatformId { get; init; }

    /// <summary>Gets the username, without the prefix that some platforms use.</summary>
    public required string Username { get; init; }

    /// <summary>Gets the display name, or <see langword="null"/> for that of the prospect. The default is <see langword="null"/>.</summary>
    public string? Name { get; init; }
}
