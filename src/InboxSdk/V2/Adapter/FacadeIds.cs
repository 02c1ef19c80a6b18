namespace InboxSdk.V2;

/// <summary>Validates the ids passed to the facade. v2 accepts a name instead of the id of a tag or a status, so a name passed by mistake could change or delete
/// another object; and v1 ids are not valid on v2.</summary>
internal static class FacadeIds
{
    /// <exception cref="ArgumentException">The update contains an id that is not a v2 id.</exception>
    public static void Validate(ProspectUpdate update)
    {
        var ids = (update.TagIds ?? []).Concat(update.AddTagIds ?? []).Concat(update.RemoveTagIds ?? [])
            .Append(update.StatusId.HasValue ? update.StatusId.Value : null).Append(update.AssigneeId.HasValue ? update.AssigneeId.Value : null);
        if (ids.FirstOrDefault(id => id is not null && !InboxId.IsValid(id)) is { } wrong)
            throw InboxId.Invalid(wrong, nameof(update));
    }
}
