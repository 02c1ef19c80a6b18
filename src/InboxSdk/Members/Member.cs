namespace InboxSdk;

/// <summary>A person of the team.</summary>
public sealed record Member
{
    /// <summary>Gets the member's id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the e-mail address.</summary>
    public string Email { get => field ?? ""; init; }

    /// <summary>Gets the name; <see langword="null"/> when the member has not given one.</summary>
    public string? Name { get; init; }

    /// <summary>Gets what the member may do in the team.</summary>
    public MemberRole Role { get; init; }

    /// <summary>Gets when the member joined; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
