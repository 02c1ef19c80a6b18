using System.Collections.Immutable;

namespace InboxSdk;

/// <summary>Says what to change in the team's context about a prospect. A field that is not assigned stays as it is.</summary>
/// <remarks>All fields travel in one request, and each sets an absolute value: sending an update twice leaves the same state as sending it once.</remarks>
public sealed record ProspectContextUpdate
{
    /// <summary>Gets the notes; <see langword="null"/> clears them.</summary>
    public Optional<string?> Notes { get; init; }

    /// <summary>Gets the deal value, in the team's own currency; <see langword="null"/> clears it.</summary>
    public Optional<decimal?> Valuation { get; init; }

    /// <summary>Gets the ids of all tags the prospect is to have. The set <b>replaces</b> the present one, and <c>[]</c> clears it; not assigned
    /// (<see cref="ImmutableArray{T}.IsDefault"/>) leaves it alone.</summary>
    /// <remarks>To add or take away single tags use <see cref="IProspectsClient.AddTagsAsync"/> and <see cref="IProspectsClient.RemoveTagsAsync"/>.</remarks>
    public ImmutableArray<string> TagIds { get; init; }

    /// <summary>Gets the id of the status; <see langword="null"/> takes the prospect out of the pipeline.</summary>
    public Optional<string?> StatusId { get; init; }

    /// <summary>Gets the id of the member to assign the prospect to; <see langword="null"/> assigns it to nobody.</summary>
    public Optional<string?> AssignedToMemberId { get; init; }

    /// <summary>Gets whether the team is done with the prospect.</summary>
    public Optional<bool> Done { get; init; }

    internal void Validate()
    {
        if (!Notes.HasValue && !Valuation.HasValue && TagIds.IsDefault && !StatusId.HasValue && !AssignedToMemberId.HasValue && !Done.HasValue)
            throw new ArgumentException("The update sets nothing. Assign at least one of Notes, Valuation, TagIds, StatusId, AssignedToMemberId or Done.", "update");
        if (!TagIds.IsDefault && TagIds.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("TagIds holds an empty id. Take the ids from ITagsClient.", "update");
        if (StatusId is { HasValue: true, Value: "" })
            throw new ArgumentException("StatusId is empty. Use null to take the prospect out of the pipeline.", "update");
        if (AssignedToMemberId is { HasValue: true, Value: "" })
            throw new ArgumentException("AssignedToMemberId is empty. Use null to assign the prospect to nobody.", "update");
    }
}
