using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Represents a person, with profiles on platforms and the context that the team stores.</summary>
/// <remarks>Text properties that are absent from a response are empty, optional ones are <see langword="null"/>.</remarks>
public sealed record Contact
{
    /// <summary>Gets the id.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the profiles, one per account of the person on a platform.</summary>
    public IReadOnlyList<ContactProfile> Profiles { get; init => field = ValueList.Of(value); } = ValueList<ContactProfile>.Empty;

    /// <summary>Gets the id of the pipeline status, or <see langword="null"/> if there is none.</summary>
    public string? StatusId { get; init; }

    /// <summary>Gets the ids of the tags, or empty if there are none.</summary>
    public IReadOnlyList<string> TagIds { get; init => field = ValueList.Of(value); } = ValueList<string>.Empty;

    /// <summary>Gets the team's notes, or <see langword="null"/> if there is none.</summary>
    public string? Notes { get; init; }

    /// <summary>Gets the deal value, in the team's <see cref="Team.Currency"/>, or <see langword="null"/> if there is none.</summary>
    public decimal? Valuation { get; init; }

    /// <summary>Gets the id of the member who owns the contact's threads without an assignee of their own, or <see langword="null"/> if there is none.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>Gets when the contact was created, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the contact was last updated, or <see langword="null"/> if the response omits it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the status, or <see langword="null"/> without <see cref="ContactExpand.Status"/>, or when the contact has none.</summary>
    public ContactStatus? Status { get; init; }

    /// <summary>Gets the tags, or <see langword="null"/> without <see cref="ContactExpand.Tags"/>.</summary>
    public IReadOnlyList<ContactTag>? Tags { get; init => field = value is null ? null : ValueList.Of(value); }

    /// <summary>Gets the assignee, or <see langword="null"/> without <see cref="ContactExpand.Assignee"/>, or when the contact has none.</summary>
    public TeamMember? Assignee { get; init; }
}
