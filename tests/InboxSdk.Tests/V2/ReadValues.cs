using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace InboxSdk.Tests.V2;

/// <summary>Holds what was read against the JSON it was read from, value by value.</summary>
internal static class ReadValues
{
    // What selects the type of a model need not be in it, and the list reads the cursor.
    private static readonly HashSet<string> NotInModels = ["_tag", "type", "kind", "nextCursor", "lastSeq"];

    /// <summary>Lists the values of the JSON that did not arrive.</summary>
    public static IReadOnlyList<string> Differences(JsonElement json, object? value)
    {
        var differences = new List<string>();
        if (value is V2Calls.FirstPage page)
        {
            if (json.ValueKind == JsonValueKind.Array)
                value = page.Data;
            else if (json.TryGetProperty("nextCursor", out var cursor) && cursor.ValueKind == JsonValueKind.String != page.HasMore)
                differences.Add("nextCursor");
        }

        Compare(json, value, "$", differences);
        return differences;
    }

    private static void Compare(JsonElement json, object? value, string path, List<string> differences)
    {
        if (value is JsonElement raw)
            value = raw.GetRawText();
        switch (json.ValueKind)
        {
            case JsonValueKind.Object when value is IDictionary map:
                foreach (var property in json.EnumerateObject())
                    Compare(property.Value, map[property.Name], $"{path}.{property.Name}", differences);
                break;
            case JsonValueKind.Object when value is not null:
                foreach (var property in json.EnumerateObject())
                    if (Property(value, property.Name) is { } model)
                        Compare(property.Value, model.GetValue(value), $"{path}.{property.Name}", differences);
                    else if (!NotInModels.Contains(property.Name))
                        differences.Add($"{path}.{property.Name} is not in {value.GetType().Name}");
                break;
            case JsonValueKind.Array when value is IEnumerable list and not string:
                var items = list.Cast<object?>().ToList();
                if (items.Count != json.GetArrayLength())
                    differences.Add($"{path} has {items.Count} items");
                foreach (var (element, item, i) in json.EnumerateArray().Zip(items).Select((pair, i) => (pair.First, pair.Second, i)))
                    Compare(element, item, $"{path}[{i}]", differences);
                break;
            default:
                if (!IsSame(json, value))
                    differences.Add($"{path} is {value ?? "null"}");
                break;
        }
    }

    private static bool IsSame(JsonElement json, object? value) => json.ValueKind switch
    {
        // A bare event has no data.
        JsonValueKind.Object => value is null && !json.EnumerateObject().Any(),
        JsonValueKind.Null => value?.ToString() is null or "",
        JsonValueKind.String when value is DateTimeOffset moment => moment == json.GetDateTimeOffset(),
        JsonValueKind.String => value?.ToString() == (value is Platform ? Platform.FromV2(json.GetString()).ToString() : json.GetString()),
        JsonValueKind.Number => value is not null && Convert.ToDecimal(value, CultureInfo.InvariantCulture) == json.GetDecimal(),
        JsonValueKind.True or JsonValueKind.False => value is bool flag && flag == json.GetBoolean(),
        _ => false,
    };

    private static PropertyInfo? Property(object value, string name) =>
        value.GetType().GetProperties().FirstOrDefault(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == name);
}
