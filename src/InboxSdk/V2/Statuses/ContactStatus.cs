namespace InboxSdk.V2;

/// <summary>A stage of the team's pipeline; a contact is in one or in none.</summary>
public sealed record ContactStatus
{
    /// <summary>Gets the status' id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the name: unique in the team, case and accents ignored.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Gets the colour in lowercase hex, such as <c>#3b82f6</c>; <see langword="null"/> when it has none.</summary>
    public string? Color { get; init; }

    /// <summary>Gets when the status was created; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
