namespace InboxSdk.Pipeline;

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
    /// <param name="named">The requested id or name.</param>
    /// <param name="newName">The name that the request assigns; null for none.</param>
    public static string? Check(string id, string name, ReadOnlySpan<char> named, string? newName)
    {
        if (id.Length == 0)
            return Missing;
        return named.SequenceEqual(id) || MayBeName(name, newName is null ? named : newName) ? null : Other;
    }

    /// <summary>Checks a created resource. One without a name is accepted.</summary>
    /// <param name="id">The id in the response.</param>
    /// <param name="name">The name in the response.</param>
    /// <param name="newName">The name that the request assigns; null for any.</param>
    public static string? CheckCreated(string id, string name, string? newName) =>
        id.Length == 0 ? Missing : newName is null || name.Length == 0 || MayBeName(name, newName) ? null : Other;

    /// <summary>Checks the owner of a resource. A resource without one is accepted.</summary>
    /// <param name="id">The owner's id in the response; empty if there is none.</param>
    /// <param name="named">The requested id; empty for any.</param>
    public static string? CheckOwner(string id, ReadOnlySpan<char> named) => id.Length == 0 || named.IsEmpty || named.SequenceEqual(id) ? null : Other;

    /// <summary>Checks a list and each of its items.</summary>
    /// <param name="items">The items; null if the response has no list.</param>
    /// <param name="check">Checks an item.</param>
    /// <param name="named">The requested id; empty for any.</param>
    public static string? CheckItems<T>(IReadOnlyList<T>? items, BodyCheck<T> check, ReadOnlySpan<char> named = default)
    {
        if (items is null)
            return "has no list";
        for (var i = 0; i < items.Count; i++)
        {
            if (check(items[i], named) is { } fault)
                return fault == Missing ? "has an item without an id" : fault;
        }

        return null;
    }

    /// <summary>Determines whether two names may be the same.</summary>
    /// <remarks>The API compares names ignoring case and accents, by rules of its own, so that only plain text before the first other letter can be distinguished.</remarks>
    public static bool MayBeName(ReadOnlySpan<char> name, ReadOnlySpan<char> expected)
    {
        name = name.Trim();
        expected = expected.Trim();
        for (var i = 0; i < name.Length && i < expected.Length; i++)
        {
            if (!char.IsAscii(name[i]) || !char.IsAscii(expected[i]))
                return true;
            if (char.ToLowerInvariant(name[i]) != char.ToLowerInvariant(expected[i]))
                return false;
        }

        return name.Length == expected.Length || !char.IsAscii(name.Length > expected.Length ? name[expected.Length] : expected[name.Length]);
    }
}
