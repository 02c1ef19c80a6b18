using InboxSdk.Diagnostics;

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

    /// <summary>Determines whether a text that looks like the id of a tag, such as "vip", is the name of one. Takes a request, unless an earlier response contained the tag.</summary>
    /// <exception cref="InboxNotFoundException">There is no such tag.</exception>
    public static async Task<bool> IsTagNameAsync(this IInboxV2Client inbox, RecentTagsAndStatuses recent, string tagId, CancellationToken cancellationToken) =>
        !recent.IsTagId(tagId) && recent.Add(await inbox.Tags.GetAsync(tagId, cancellationToken).ConfigureAwait(false)).Id != tagId;

    /// <summary>Creates the message for the name of a tag in place of its id, if nothing was sent for it.</summary>
    public static string TagNameMessage(string name) =>
        $"No tag has the id '{Text.OneLine(name, 100)}'; it is the name of a tag. Use the id of the tag that ITagsClient.FindByNameAsync returns. Nothing was changed.";
}
