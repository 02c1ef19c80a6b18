using System.Globalization;

namespace InboxSdk.Sandbox.V2;

/// <summary>Reads a query in which arrays repeat their key. Unknown parameters are rejected, and so are brackets and comma-separated lists.</summary>
internal sealed class V2Query
{
    public const int DefaultLimit = 50;
    private const int MaxExpansions = 4;

    private readonly ILookup<string, (string Value, bool HasComma)> _values;

    private V2Query(IEnumerable<(string Name, string Value, bool HasComma)> pairs) =>
        _values = pairs.ToLookup(pair => pair.Name, pair => (pair.Value, pair.HasComma));

    public static V2Query Parse(string rawQuery, IReadOnlyCollection<string> known)
    {
        var query = new V2Query(Pairs(rawQuery));
        var unknown = query._values.Where(values => !known.Contains(values.Key)).Select(values => values.Key).ToList();
        return unknown.Count == 0 ? query : throw V2Error.Invalid([.. unknown.Select(name => new Issue([name], "Unknown query parameter."))]);
    }

    public string? Text(string name, bool mayBeEmpty = false) => _values[name].ToList() switch
    {
        [] => null,
        [var only] when mayBeEmpty || only.Value.Length > 0 => only.Value,
        [_] => throw V2Error.Invalid(name, "Must not be empty."),
        _ => throw V2Error.Invalid(name, "Given more than once."),
    };

    public string RequiredText(string name) => Text(name, mayBeEmpty: true) ?? throw V2Error.Invalid(name, "Required.");

    public string? OneOf(string name, params string[] choices)
    {
        var value = Text(name);
        return value is null || choices.Contains(value) ? value : throw V2Error.Invalid(name, $"Must be one of {string.Join(", ", choices)}.");
    }

    public bool? Flag(string name) => OneOf(name, "true", "false") is { } value ? value == "true" : null;

    public long? Number(string name, long min, long max)
    {
        if (Text(name) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw V2Error.Invalid(name, $"Must be a whole number from {min} to {max}.");
    }

    public int Limit() => (int)(Number("limit", 1, 100) ?? DefaultLimit);

    /// <summary>Reads an array. A comma in a value is a list separator only if it is not percent-encoded.</summary>
    public IReadOnlyList<string> All(string name, int max = int.MaxValue, bool mayBeEmpty = false)
    {
        var values = _values[name].ToList();
        if (values.Exists(value => value.HasComma))
            throw V2Error.Invalid(name, "Repeat the key; comma-separated lists are not supported.");
        if (!mayBeEmpty && values.Exists(value => value.Value.Length == 0))
            throw V2Error.Invalid(name, "Must not be empty.");
        return values.Count <= max ? [.. values.Select(value => value.Value)] : throw V2Error.Invalid(name, $"At most {max} values.");
    }

    public IReadOnlyList<string> Ids(string name)
    {
        var ids = All(name);
        return ids.All(V2Id.IsWellFormed) ? ids : throw V2Error.Invalid(name, "Not an id.");
    }

    public HashSet<string> Expand(params string[] choices)
    {
        var values = All("expand", MaxExpansions);
        return values.All(choices.Contains) ? [.. values] : throw V2Error.Invalid("expand", $"Must be one of {string.Join(", ", choices)}.");
    }

    /// <summary>The text that a cursor is bound to: everything that determines which items a list contains and in what order.</summary>
    public string FilterText() => string.Join('&', _values
        .Where(values => values.Key is not ("limit" or "cursor" or "expand"))
        .OrderBy(values => values.Key, StringComparer.Ordinal)
        .SelectMany(values => values.Select(value => $"{values.Key}={Uri.EscapeDataString(value.Value)}").Order(StringComparer.Ordinal)));

    private static IEnumerable<(string Name, string Value, bool HasComma)> Pairs(string rawQuery)
    {
        foreach (var pair in rawQuery.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var mark = pair.IndexOf('=', StringComparison.Ordinal);
            var value = mark < 0 ? "" : pair[(mark + 1)..];
            yield return (Decoded(mark < 0 ? pair : pair[..mark]), Decoded(value), value.Contains(',', StringComparison.Ordinal));
        }
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
