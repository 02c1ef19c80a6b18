namespace InboxSdk.V2;

/// <summary>A person of the team.</summary>
public sealed record TeamMember
{
    /// <summary>Gets the member's id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the name; <see langword="null"/> when the member has not given one.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the e-mail address.</summary>
    public string Email { get => field ?? ""; init; }

    /// <summary>Gets the address of the picture; <see langword="null"/> when there is none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Gets what the member may do in the team.</summary>
    public TeamRole Role { get; init; }

    /// <summary>Gets when the member joined; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
