using System.Text.Json.Serialization;
using InboxSdk.Serialization;

namespace InboxSdk;

/// <summary>Describes changes to the team's context about a prospect. Properties that are not set remain unchanged.</summary>
/// <remarks>Updates are idempotent, because each property is an absolute value. v1 updates all properties with one request; v2 updates tags and
/// <see cref="IsDone"/> with separate requests, see <see cref="IProspectsClient.UpdateAsync"/>.</remarks>
[RequestBody]
public sealed partial record ProspectUpdate
{
    /// <summary>Gets the notes; <see langword="null"/> clears them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Notes { get; init; }

    /// <summary>Gets the deal value in the team's currency; <see langword="null"/> clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<decimal?> Valuation { get; init; }

    /// <summary>Gets the ids of all tags of the prospect. The set <b>replaces</b> the current one, and <c>[]</c> clears it. If <see langword="null"/>, the
    /// default, tags remain unchanged.</summary>
    /// <remarks>To add or remove individual tags, use <see cref="IProspectsClient.AddTagsAsync"/> and <see cref="IProspectsClient.RemoveTagsAsync"/>.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<string>? TagIds { get; init => field = value is null ? null : ValueList.Of(value); }

    /// <summary>Gets the ids of tags to add; existing tags are kept. Mutually exclusive with <see cref="TagIds"/>.</summary>
    /// <remarks>v1 replaces a prospect's tags as one set, so on v1 the current tags are read first. A change by another client between the read and the
    /// write, some tens of milliseconds, is overwritten. v2 adds each tag separately.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<string>? AddTagIds { get; init => field = value is null ? null : ValueList.Of(value); }

    /// <summary>Gets the ids of tags to remove; other tags are kept. Mutually exclusive with <see cref="TagIds"/>.</summary>
    /// <remarks>Like <see cref="AddTagIds"/>, this reads the current tags first on v1.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<string>? RemoveTagIds { get; init => field = value is null ? null : ValueList.Of(value); }

    /// <summary>Gets the id of the status; <see langword="null"/> removes the prospect from the pipeline.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> StatusId { get; init; }

    /// <summary>Gets the id of the member to assign the prospect to; <see langword="null"/> unassigns it.</summary>
    [JsonPropertyName("assignedToMemberId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> AssigneeId { get; init; }

    /// <summary>Gets whether the prospect is marked as done. On v2 this archives or unarchives all threads of the prospect.</summary>
    [JsonPropertyName("done")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool> IsDone { get; init; }

    internal void Validate()
    {
        if (IsEmpty)
            throw new ArgumentException(
                "The update has no changes. Set at least one of Notes, Valuation, TagIds, AddTagIds, RemoveTagIds, StatusId, AssigneeId or IsDone.", "update");
        foreach (var (name, tagIds) in new[] { (nameof(TagIds), TagIds), (nameof(AddTagIds), AddTagIds), (nameof(RemoveTagIds), RemoveTagIds) })
        {
            if (tagIds is not null && tagIds.Any(string.IsNullOrWhiteSpace))
                throw new ArgumentException($"{name} contains an empty id. Use the ids from ITagsClient.", "update");
        }

        if (TagIds is not null && ChangesTags)
            throw new ArgumentException("The update sets TagIds, which replaces all tags, and also AddTagIds or RemoveTagIds. Set only one of them.", "update");
        if (AddTagIds is not null && RemoveTagIds is not null && AddTagIds.Intersect(RemoveTagIds).Any())
            throw new ArgumentException("The update adds and removes the same tag. Delete it from AddTagIds or RemoveTagIds.", "update");
        if (StatusId is { HasValue: true, Value: "" })
            throw new ArgumentException("StatusId is empty. Use null to remove the prospect from the pipeline.", "update");
        if (AssigneeId is { HasValue: true, Value: "" })
            throw new ArgumentException("AssigneeId is empty. Use null to unassign the prospect.", "update");
    }

    /// <summary>Whether the update adds or removes tags.</summary>
    internal bool ChangesTags => AddTagIds is { Count: > 0 } || RemoveTagIds is { Count: > 0 };

    internal bool IsEmpty => !Notes.HasValue && !Valuation.HasValue && TagIds is null && !ChangesTags && !StatusId.HasValue && !AssigneeId.HasValue && !IsDone.HasValue;

    /// <summary>Returns the update without what the prospect already has.</summary>
    /// <remarks>A prospect that is not done can have archived threads, so only <see langword="true"/> is omitted of <see cref="IsDone"/>. A set of tags is omitted as a whole: it
    /// replaces those that other clients add. The name of a tag that the prospect has is not omitted: v2 accepts it, or reports it.</remarks>
    internal ProspectUpdate Without(Prospect known)
    {
        var present = known.Tags.Select(tag => tag.Id).ToHashSet();
        return this with
        {
            Notes = Notes.HasValue && Notes.Value == known.Notes ? default : Notes,
            Valuation = Valuation.HasValue && Valuation.Value == known.Valuation ? default : Valuation,
            TagIds = TagIds is not null && present.SetEquals(TagIds) ? null : TagIds,
            AddTagIds = AddTagIds is null ? null : [.. AddTagIds.Where(id => !present.Contains(id))],
            RemoveTagIds = RemoveTagIds is null ? null : [.. RemoveTagIds.Where(id => present.Contains(id) || known.Tags.Any(tag => string.Equals(tag.Name, id, StringComparison.OrdinalIgnoreCase)))],
            StatusId = StatusId.HasValue && StatusId.Value == known.Status?.Id ? default : StatusId,
            AssigneeId = AssigneeId.HasValue && AssigneeId.Value == known.AssigneeId ? default : AssigneeId,
            IsDone = IsDone is { HasValue: true, Value: true } && known.IsDone == true ? default : IsDone,
        };
    }

    /// <summary>Returns the same update with the whole set of tags in place of the changes to it; an unchanged set is omitted.</summary>
    internal ProspectUpdate WithTagsOf(Prospect prospect)
    {
        var present = prospect.Tags.Select(tag => tag.Id).Where(id => id.Length > 0).Distinct().ToList();
        var wanted = present.Union(AddTagIds ?? []).Except(RemoveTagIds ?? []).ToList();
        return this with { TagIds = present.SequenceEqual(wanted) ? null : wanted, AddTagIds = null, RemoveTagIds = null };
    }
}
