namespace InboxSdk.Sandbox;

/// <summary>Represents a member of the team.</summary>
public sealed record SandboxMember
{
    /// <summary>Gets the id, such as <c>membersaleslead</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the email address.</summary>
    public required string Email { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the role, which can be a custom one. The default is <see cref="MemberRole.Member"/>.</summary>
    public MemberRole Role { get; init; } = MemberRole.Member;

    /// <summary>Gets when the member joined. The default is 2025-01-01, midnight UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
