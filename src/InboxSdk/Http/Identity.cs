using System.Text;

namespace InboxSdk.Http;

/// <summary>Checks that a resource has an id, and that it is the one that was asked for: any other JSON object would read as a resource without fields, and a response to another
/// request as another resource.</summary>
internal static class Identity
{
    public const string Missing = "has no id";
    public const string Other = "is about another one than was asked for";

    /// <param name="id">The id in the response.</param>
    /// <param name="named">The id that was asked for; empty for any.</param>
    public static string? Check(string id, ReadOnlySpan<char> named) =>
        id.Length == 0 ? Missing : named.IsEmpty || named.SequenceEqual(id) ? null : Other;

    /// <summary>Checks a resource that can also be named by its name.</summary>
    /// <param name="id">The id in the response.</param>
    /// <param name="name">The name in the response.</param>
    /// <param name="named">The id or the name that was asked for; empty for any.</param>
    public static string? Check(string id, string name, ReadOnlySpan<char> named) =>
        Check(id, named) is { } fault && !(id.Length > 0 && MayBeName(name, named)) ? fault : null;

    /// <summary>Checks what a resource belongs to. One that does not say is taken as it is.</summary>
    /// <param name="id">The id in the response; empty when it has none.</param>
    /// <param name="named">The id that was asked for; empty for any.</param>
    public static string? CheckOwner(string id, ReadOnlySpan<char> named) => id.Length == 0 || named.IsEmpty || named.SequenceEqual(id) ? null : Other;

    /// <summary>Checks each item of a page.</summary>
    /// <param name="items">The items; null when the response has none.</param>
    /// <param name="check">Checks one.</param>
    /// <param name="named">The id that was asked for; empty for any.</param>
    public static string? CheckItems<T>(IReadOnlyList<T>? items, BodyCheck<T> check, ReadOnlySpan<char> named)
    {
        if (items is null)
            return "has no list";
        if (named.IsEmpty)
            return null;
        for (var i = 0; i < items.Count; i++)
        {
            if (check(items[i], named) is { } fault)
                return fault;
        }

        return null;
    }

    // The API compares names without case and accents. Which letters it takes for one is its own affair, so only plain text can be told apart.
    private static bool MayBeName(string name, ReadOnlySpan<char> named) =>
        !Ascii.IsValid(name) || !Ascii.IsValid(named) || name.AsSpan().Trim().Equals(named.Trim(), StringComparison.OrdinalIgnoreCase);
}
