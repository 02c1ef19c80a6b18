using InboxSdk.Serialization;

namespace InboxSdk.V2;

/// <summary>Validates the values of a filter: an empty value would change its meaning.</summary>
internal static class FilterValues
{
    /// <exception cref="ArgumentException">A value is empty.</exception>
    public static IReadOnlyList<string> Of(IEnumerable<string> values, string property, string parameterName = "query")
    {
        var given = values as ValueList<string> ?? ValueList<string>.Over([.. values]);
        return given.Any(string.IsNullOrWhiteSpace) ? throw new ArgumentException($"{property} contains an empty value.", parameterName) : given;
    }

    /// <exception cref="ArgumentException">A value is not a v2 id.</exception>
    public static IReadOnlyList<string> OfIds(IReadOnlyList<string> ids, string property) =>
        Of(ids, property).FirstOrDefault(id => !InboxId.IsValid(id)) is { } wrong ? throw InboxId.Invalid(wrong, "query") : ids;
}
