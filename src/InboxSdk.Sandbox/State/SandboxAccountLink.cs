using System.Collections.Immutable;

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

    /// <summary>Gets the state: <c>active</c>, <c>paused</c> or <c>offline</c>. Default: <c>active</c>. Through any other nothing can be sent.</summary>
    public string Status { get; init; } = "active";

    /// <summary>Gets why it is paused, such as <c>billing</c>. Default: none.</summary>
    public ImmutableArray<string> PauseReasons { get; init; } = [];

    /// <summary>Gets when the team connected it. Default: 2025-01-01, midnight UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
