namespace InboxSdk.V2;

/// <summary>Represents a team member.</summary>
public sealed record TeamMember
{
    /// <summary>Gets the id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the name, or <see langword="null"/> if there is none.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the email address.</summary>
    public string Email { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the URL of the picture, or <see langword="null"/> if there is none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Gets the role.</summary>
    public TeamRole Role { get; init; }

    /// <summary>Gets when the member joined, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
