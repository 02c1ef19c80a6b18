using System.Text;

namespace InboxSdk.Http;

/// <summary>Checks that a resource has an id, which is that of the request: any other JSON object would be read as an empty resource, and the response to another
/// request as another resource.</summary>
internal static class Identity
{
    public const string Missing = "has no id";
    public const string Other = "contains another resource than the requested one";

    /// <param name="id">The id in the response.</param>
    /// <param name="named">The requested id; empty for any.</param>
    public static string? Check(string id, ReadOnlySpan<char> named) =>
        id.Length == 0 ? Missing : named.IsEmpty || named.SequenceEqual(id) ? null : Other;

    /// <summary>Checks a resource that can also be requested by name.</summary>
    /// <param name="id">The id in the response.</param>
    /// <param name="name">The name in the response.</param>
    /// <param name="named">The requested id or name; empty for any.</param>
    public static string? Check(string id, string name, ReadOnlySpan<char> named) =>
        Check(id, named) is { } fault && !(id.Length > 0 && MayBeName(name, named)) ? fault : null;

    /// <summary>Checks the owner of a resource. A resource without one is accepted.</summary>
    /// <param name="id">The owner's id in the response; empty if there is none.</param>
    /// <param name="named">The requested id; empty for any.</param>
    public static string? CheckOwner(string id, ReadOnlySpan<char> named) => id.Length == 0 || named.IsEmpty || named.SequenceEqual(id) ? null : Other;

    /// <summary>Checks each item of a page.</summary>
    /// <param name="items">The items; null if the response has none.</param>
    /// <param name="check">Checks an item.</param>
    /// <param name="named">The requested id; empty for any.</param>
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

    // The API compares names ignoring case and accents, by rules of its own, so that only plain text can be distinguished.
    private static bool MayBeName(string name, ReadOnlySpan<char> named) =>
        !Ascii.IsValid(name) || !Ascii.IsValid(named) || name.AsSpan().Trim().Equals(named.Trim(), StringComparison.OrdinalIgnoreCase);
}
