namespace InboxSdk.V2;

/// <summary>Represents a stage of the team's pipeline. A contact has at most one.</summary>
public sealed record ContactStatus
{
    /// <summary>Gets the id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the name, which is unique in the team, ignoring case and accents.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the color in lowercase hexadecimal, such as <c>#3b82f6</c>, or <see langword="null"/> if there is none.</summary>
    public string? Color { get; init; }

    /// <summary>Gets when the status was created, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
