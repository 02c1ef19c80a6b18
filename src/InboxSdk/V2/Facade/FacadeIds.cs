using System.Runtime.CompilerServices;
using InboxSdk.Http;

namespace InboxSdk.V2;

/// <summary>Validates the ids passed to the facade. v2 accepts a name instead of the id of a tag or a status, so a name passed by mistake could change or delete
/// another object; and v1 ids are not valid on v2.</summary>
internal static class FacadeIds
{
    /// <exception cref="ArgumentException">The id is empty or not a v2 id.</exception>
    public static string Validate(string id, [CallerArgumentExpression(nameof(id))] string? parameterName = null)
    {
        PathSegment.Validate(id, parameterName);
        return IsId(id) ? id : throw InvalidId(id, parameterName);
    }

    /// <exception cref="ArgumentException">The update contains an id that is not a v2 id.</exception>
    public static void Validate(ProspectUpdate update)
    {
        var ids = (update.TagIds ?? []).Concat(update.AddTagIds ?? []).Concat(update.RemoveTagIds ?? [])
            .Append(update.StatusId.HasValue ? update.StatusId.Value : null).Append(update.AssigneeId.HasValue ? update.AssigneeId.Value : null);
        if (ids.FirstOrDefault(id => id is not null && !IsId(id)) is { } wrong)
            throw InvalidId(wrong, nameof(update));
    }

    // The contract: ^[0-9a-z]+$.
    private static bool IsId(string id) => id.Length > 0 && id.All(character => char.IsAsciiDigit(character) || char.IsAsciiLetterLower(character));

    private static ArgumentException InvalidId(string text, string? parameterName) => new(
        $"'{Text.OneLine(text, 100)}' is not a v2 id. Use the ids that v2 returns: look up people by platform id, tags, statuses and members by name.", parameterName);
}
