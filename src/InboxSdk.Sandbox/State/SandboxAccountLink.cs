using InboxSdk.Serialization;
using InboxSdk.V2;

namespace InboxSdk.Sandbox;

/// <summary>Represents an account of the team on a platform, used to write to prospects.</summary>
public sealed record SandboxAccountLink
{
    /// <summary>Gets the id, such as <c>accabc123</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id on the platform.</summary>
    public required string PlatformId { get; init; }

    /// <summary>Gets the platform. The default is <see cref="Platform.X"/>.</summary>
    public Platform Platform { get; init; } = Platform.X;

    /// <summary>Gets the handle, without the at sign.</summary>
    public required string Username { get; init; }

    /// <summary>Gets the status. Only an active account can send. The default is <see cref="AccountLinkStatus.Active"/>.</summary>
    public AccountLinkStatus Status { get; init; } = AccountLinkStatus.Active;

    /// <summary>Gets the reasons for a pause, such as <c>billing</c>. The default is an empty array.</summary>
    public IReadOnlyList<string> PauseReasons { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets when the team connected it. The default is 2025-01-01, midnight UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
