namespace InboxSdk.Sandbox;

/// <summary>Holds an account of the team on a platform, through which it writes to prospects.</summary>
public sealed record SandboxAccountLink
{
    /// <summary>Gets the id, such as <c>acc_abc123</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id on the platform.</summary>
    public required string PlatformId { get; init; }

    /// <summary>Gets the platform. Default: <c>x</c>.</summary>
    public string Platform { get; init; } = "x";

    /// <summary>Gets the handle, without the at sign.</summary>
    public required string PlatformUsername { get; init; }
}
