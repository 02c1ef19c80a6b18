namespace InboxSdk.Sandbox;

/// <summary>Represents a member of the team.</summary>
public sealed record SandboxMember
{
    /// <summary>Gets the id, such as <c>member_sales_lead</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the email address.</summary>
    public required string Email { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the role: <c>owner</c>, <c>admin</c>, <c>member</c>, or a custom one. The default is <c>member</c>.</summary>
    public string Role { get; init; } = "member";

    /// <summary>Gets when the member joined. The default is 2025-01-01, midnight UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
