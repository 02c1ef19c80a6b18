namespace InboxSdk.Workflows;

/// <summary>Finds a tag by its id or its name.</summary>
internal static class TagFinder
{
    private const int MostSuggestions = 5;

    /// <returns>The tag with this id, or else with this name, or else with this name in another case.</returns>
    /// <exception cref="TagNotFoundException">The tag does not exist.</exception>
    public static async Task<Tag> FindAsync(ITagsClient tags, string nameOrId, CancellationToken cancellationToken)
    {
        var all = await tags.ListAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        return all.Find(tag => tag.Id == nameOrId)
            ?? all.Find(tag => tag.Name == nameOrId)
            ?? all.Find(tag => string.Equals(tag.Name, nameOrId, StringComparison.OrdinalIgnoreCase))
            ?? throw NotFound(nameOrId, Suggest(nameOrId, all.Select(tag => tag.Name)));
    }

    private static TagNotFoundException NotFound(string nameOrId, List<string> suggestions) =>
        new($"The team has no tag '{nameOrId}'. " + (suggestions.Count == 0
            ? "ITagsClient.ListAsync returns its tags."
            : $"Did you mean {string.Join(" or ", suggestions.Select(name => $"'{name}'"))}?"))
        {
            Suggestions = suggestions,
        };

    private static List<string> Suggest(string wanted, IEnumerable<string> names) =>
        [.. names.Select(name => (Name: name, Distance: Distance(wanted, name))).Where(near => near.Distance <= Math.Max(2, wanted.Length / 3)).OrderBy(near => near.Distance)
            .Select(near => near.Name).Take(MostSuggestions)];

    // Names that contain each other are similar; otherwise the edit distance counts (Levenshtein).
    private static int Distance(string wanted, string name)
    {
        if (name.Length == 0 || wanted.Length > 100 || name.Length > 100)
            return int.MaxValue;
        if (name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || wanted.Contains(name, StringComparison.OrdinalIgnoreCase))
            return 1;
        var row = Enumerable.Range(0, name.Length + 1).ToArray();
        for (var i = 1; i <= wanted.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var isSame = char.ToUpperInvariant(wanted[i - 1]) == char.ToUpperInvariant(name[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (isSame ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
