namespace InboxSdk.V2;

/// <summary>A person, with the profiles on the platforms and the context the team keeps.</summary>
/// <remarks>Text fields that are absent from an answer read as empty, optional ones as <see langword="null"/>.</remarks>
public sealed record Contact
{
    /// <summary>Gets the contact's id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Gets the person's profiles, one for each account the person has on a platform.</summary>
    public IReadOnlyList<ContactProfile> Profiles { get => field ?? []; init; }

    /// <summary>Gets the id of the stage of the pipeline the contact is in; <see langword="null"/> when it is in none.</summary>
    public string? StatusId { get; init; }

    /// <summary>Gets the ids of the tags applied to the contact; empty when there are none.</summary>
    public IReadOnlyList<string> TagIds { get => field ?? []; init; }

    /// <summary>Gets the team's notes; <see langword="null"/> when there are none.</summary>
    public string? Notes { get; init; }

    /// <summary>Gets the deal value, in the team's <see cref="Team.Currency"/>; <see langword="null"/> when there is none.</summary>
    public decimal? Valuation { get; init; }

    /// <summary>Gets the id of the member to whom the contact's threads belong that have no assignee of their own; <see langword="null"/> for nobody.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>Gets when the contact was created; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the contact was last changed; <see langword="null"/> when the answer lacks it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the status; <see langword="null"/> without <see cref="ContactExpand.Status"/>, or when the contact has none.</summary>
    public ContactStatus? Status { get; init; }

    /// <summary>Gets the tags; <see langword="null"/> without <see cref="ContactExpand.Tags"/>.</summary>
    public IReadOnlyList<ContactTag>? Tags { get; init; }

    /// <summary>Gets the assignee; <see langword="null"/> without <see cref="ContactExpand.Assignee"/>, or when the contact has none.</summary>
    public TeamMember? Assignee { get; init; }
}
