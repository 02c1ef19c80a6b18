namespace InboxSdk.V2;

/// <summary>Guards the values of a filter: an empty one would select what nobody meant.</summary>
internal static class FilterValues
{
    /// <exception cref="ArgumentException">A value is empty.</exception>
    public static IReadOnlyList<string> Of(IEnumerable<string> values, string property, string parameterName = "query")
    {
        string[] given = [.. values];
        return given.Any(string.IsNullOrWhiteSpace) ? throw new ArgumentException($"{property} holds an empty value.", parameterName) : given;
    }
}
