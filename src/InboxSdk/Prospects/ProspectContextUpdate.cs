using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace InboxSdk;

/// <summary>Says what to change in the team's context about a prospect. A field that is not assigned stays as it is.</summary>
/// <remarks>Each field sets an absolute value: sending an update twice leaves the same state as sending it once. v1 takes all fields in one request, v2 the tags and
/// <see cref="Done"/> in requests of their own; <see cref="IProspectsClient.UpdateContextAsync"/> says in which order.</remarks>
public sealed record ProspectContextUpdate
{
    /// <summary>Gets the notes; <see langword="null"/> clears them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Notes { get; init; }

    /// <summary>Gets the deal value, in the team's own currency; <see langword="null"/> clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<decimal?> Valuation { get; init; }

    /// <summary>Gets the ids of all tags the prospect is to have. The set <b>replaces</b> the present one, and <c>[]</c> clears it; not assigned
    /// (<see cref="ImmutableArray{T}.IsDefault"/>) leaves it alone.</summary>
    /// <remarks>To add or take away single tags use <see cref="IProspectsClient.AddTagsAsync"/> and <see cref="IProspectsClient.RemoveTagsAsync"/>.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> TagIds { get; init; }

    /// <summary>Gets the ids of tags to add; the tags the prospect has stay. Not assigned adds none. It excludes <see cref="TagIds"/>.</summary>
    /// <remarks>v1 writes a prospect's tags as one set, so there the present tags are read right before. A tag that somebody else changes between that read and the
    /// write, some tens of milliseconds, is overwritten. v2 adds each tag by itself.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> AddTagIds { get; init; }

    /// <summary>Gets the ids of tags to take off; the other tags stay. Not assigned takes none off. It excludes <see cref="TagIds"/>.</summary>
    /// <remarks>As <see cref="AddTagIds"/>, it takes a read right before the write on v1.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> RemoveTagIds { get; init; }

    /// <summary>Gets the id of the status; <see langword="null"/> takes the prospect out of the pipeline.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> StatusId { get; init; }

    /// <summary>Gets the id of the member to assign the prospect to; <see langword="null"/> assigns it to nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AssignedToMemberId { get; init; }

    /// <summary>Gets whether the team is done with the prospect. On v2 this archives all threads of the prospect, or brings them back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> Done { get; init; }

    internal void Validate()
    {
        if (IsEmpty)
            throw new ArgumentException("The update sets nothing. Assign at least one of Notes, Valuation, TagIds, AddTagIds, RemoveTagIds, StatusId, AssignedToMemberId or Done.", "update");
        foreach (var (name, tagIds) in new[] { (nameof(TagIds), TagIds), (nameof(AddTagIds), AddTagIds), (nameof(RemoveTagIds), RemoveTagIds) })
        {
            if (!tagIds.IsDefault && tagIds.Any(string.IsNullOrWhiteSpace))
                throw new ArgumentException($"{name} holds an empty id. Take the ids from ITagsClient.", "update");
        }

        if (!TagIds.IsDefault && ChangesTags)
            throw new ArgumentException("The update sets TagIds, which is all of the tags, and also AddTagIds or RemoveTagIds. Use the one or the other.", "update");
        if (!AddTagIds.IsDefault && !RemoveTagIds.IsDefault && AddTagIds.Intersect(RemoveTagIds).Any())
            throw new ArgumentException("The update adds and takes off the same tag. Take it out of AddTagIds or RemoveTagIds.", "update");
        if (StatusId is { HasValue: true, Value: "" })
            throw new ArgumentException("StatusId is empty. Use null to take the prospect out of the pipeline.", "update");
        if (AssignedToMemberId is { HasValue: true, Value: "" })
            throw new ArgumentException("AssignedToMemberId is empty. Use null to assign the prospect to nobody.", "update");
    }

    /// <summary>Whether tags are to be added or taken off.</summary>
    internal bool ChangesTags => !AddTagIds.IsDefaultOrEmpty || !RemoveTagIds.IsDefaultOrEmpty;

    internal bool IsEmpty => !Notes.HasValue && !Valuation.HasValue && TagIds.IsDefault && !ChangesTags && !StatusId.HasValue && !AssignedToMemberId.HasValue && !Done.HasValue;

    /// <summary>The same update with the whole set of tags in place of the changes to it; a set that stays as it is is left out.</summary>
    internal ProspectContextUpdate WithTagsOf(Prospect prospect)
    {
        var present = prospect.Tags.Select(tag => tag.Id).Where(id => id.Length > 0).Distinct().ToList();
        var wanted = present.Union(AddTagIds.IsDefault ? [] : AddTagIds).Except(RemoveTagIds.IsDefault ? [] : RemoveTagIds).ToImmutableArray();
        return this with { TagIds = present.SequenceEqual(wanted) ? default : wanted, AddTagIds = default, RemoveTagIds = default };
    }
}
