using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using InboxSdk.Http;

namespace InboxSdk.V2;

/// <summary>Guards the ids an application hands to the facade. v2 takes a name in place of the id of a tag or a status, so that a name by mistake would change or delete
/// another thing than was meant; and an id of v1 means nothing on v2.</summary>
internal static class FacadeIds
{
    /// <exception cref="ArgumentException">The id is empty, or not one of v2.</exception>
    public static string Validate(string id, [CallerArgumentExpression(nameof(id))] string? parameterName = null)
    {
        PathSegment.Validate(id, parameterName);
        return IsId(id) ? id : throw NoId(id, parameterName);
    }

    /// <exception cref="ArgumentException">The update names something that is not an id of v2.</exception>
    public static void Validate(ProspectContextUpdate update)
    {
        var ids = OrEmpty(update.TagIds).Concat(OrEmpty(update.AddTagIds)).Concat(OrEmpty(update.RemoveTagIds))
            .Append(update.StatusId.HasValue ? update.StatusId.Value : null).Append(update.AssignedToMemberId.HasValue ? update.AssignedToMemberId.Value : null);
        if (ids.FirstOrDefault(id => id is not null && !IsId(id)) is { } wrong)
            throw NoId(wrong, nameof(update));
    }

    public static ImmutableArray<string> OrEmpty(ImmutableArray<string> ids) => ids.IsDefault ? [] : ids;

    // The contract: ^[0-9a-z]+$.
    private static bool IsId(string id) => id.Length > 0 && id.All(character => char.IsAsciiDigit(character) || char.IsAsciiLetterLower(character));

    private static ArgumentException NoId(string text, string? parameterName) => new(
        $"'{Text.OneLine(text, 100)}' cannot be an id on v2. Take ids from the objects v2 gave: look people up by their platform id, tags, statuses and members by name.", parameterName);
}
