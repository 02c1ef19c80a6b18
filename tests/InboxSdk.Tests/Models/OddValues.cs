using System.Text.Json.Nodes;

namespace InboxSdk.Tests.Models;

/// <summary>Replaces a value in a document by one of an unexpected kind.</summary>
internal static class OddValues
{
    /// <summary>Gets the values, as JSON.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "null", "true", "false", "0", "7", "-0.5", "1e400", "123456789012345678901234567890", "\"\"", "\"true\"", "\"text\"", "\"7\"", "\"\\ud83d\"", "\"NaN\"",
        "\"2026-02-30T10:00:00Z\"", "\"0000-00-00\"", "\"2016-12-31T23:59:60Z\"", "1726309920", "[]", "[\"t1\"]", "[1,null,{},[]]", "{}", "{\"id\":7}", "{\"a\":{\"b\":[1]}}",
    ];

    /// <summary>Lists the place of every value within a document, as the names and indexes of its path.</summary>
    /// <param name="document">The document.</param>
    /// <param name="isFree">Whether a place, written as a JSON path, and all places below it may hold any value.</param>
    public static IReadOnlyList<string> Places(JsonNode document, Func<string, bool> isFree)
    {
        var places = new List<string>();
        Add(document);
        return places;

        void Add(JsonNode? node)
        {
            IEnumerable<JsonNode?> children = node switch
            {
                JsonObject fields => fields.Select(field => field.Value),
                JsonArray items => items,
                _ => [],
            };
            foreach (var child in children.OfType<JsonNode>().Where(child => !isFree(child.GetPath())))
            {
                places.Add(child.GetPath());
                Add(child);
            }
        }
    }

    /// <summary>Writes the document with another value at a place.</summary>
    public static string With(JsonNode document, string place, string value)
    {
        var copy = document.DeepClone();
        Find(copy, place).ReplaceWith(JsonValue.Create("@odd@"));
        return copy.ToJsonString().Replace("\"@odd@\"", value, StringComparison.Ordinal);
    }

    private static JsonNode Find(JsonNode node, string place)
    {
        if (node.GetPath() == place)
            return node;
        IEnumerable<JsonNode?> children = node is JsonObject fields ? fields.Select(field => field.Value) : node.AsArray();
        return Find(children.OfType<JsonNode>().First(child => place == child.GetPath() || place.StartsWith(child.GetPath() + ".", StringComparison.Ordinal)
            || place.StartsWith(child.GetPath() + "[", StringComparison.Ordinal)), place);
    }
}
