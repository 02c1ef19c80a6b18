using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxSdk.Tests.Support;
using InboxSdk.V2;

namespace InboxSdk.Tests.V2;

/// <summary>Compares an object with the JSON it was read from, value by value.</summary>
internal static class ReadValues
{
    // A model may omit the field that selects its type, and a list reads the cursor of its next page.
    private static readonly HashSet<string> NotInModels = ["_tag", "type", "kind", "nextCursor", "lastSeq", V2Json.Unknown];

    /// <summary>Lists the values of the JSON that were not read, and the fields that the JSON has no value for and that are not empty.</summary>
    public static IReadOnlyList<string> Differences(JsonElement json, object? value)
    {
        var differences = new List<string>();
        if (value is V2Calls.FirstPage page)
        {
            if (json.ValueKind == JsonValueKind.Array)
                value = page.Data;
            else if (json.TryGetProperty("nextCursor", out var cursor) && page.HasMore is { } hasMore && hasMore != (cursor.ValueKind == JsonValueKind.String))
                differences.Add("nextCursor");
        }

        Compare(json, value, "$", differences);
        return differences;
    }

    private static void Compare(JsonElement json, object? value, string path, List<string> differences)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object when value is IDictionary map:
                foreach (var property in json.EnumerateObject())
                    Compare(property.Value, map[property.Name], $"{path}.{property.Name}", differences);
                break;
            case JsonValueKind.Object when value is not (null or JsonElement) && (value is InboxEventData and not OtherEventData || Property(value, "raw") is null):
                CompareFields(json, value, path, differences);
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

    private static void CompareFields(JsonElement json, object value, string path, List<string> differences)
    {
        foreach (var field in json.EnumerateObject())
            if (Property(value, field.Name) is { } property)
            {
                if (field.Value.ValueKind != JsonValueKind.Null)
                    Compare(field.Value, property.GetValue(value), $"{path}.{field.Name}", differences);
            }
            else if (!NotInModels.Contains(field.Name))
                differences.Add($"{path}.{field.Name} is not in {value.GetType().Name}");

        // The client adds properties to these results that the response does not have.
        if (value is V2Calls.FirstPage or MessageSendResult)
            return;
        foreach (var property in value.GetType().GetProperties().Where(property => property.CanWrite && (value is not InboxEventData || property.Name != nameof(InboxEventData.Raw))))
            if ((!json.TryGetProperty(WireName.Of(property), out var field) || field.ValueKind == JsonValueKind.Null)
                && !IsEmpty(property, property.GetValue(value)))
                differences.Add($"{path} has {property.Name} = {property.GetValue(value)}");
    }

    private static bool IsSame(JsonElement json, object? value) => json.ValueKind switch
    {
        JsonValueKind.Object => (value as JsonElement? ?? (value is null ? null : Property(value, "raw")?.GetValue(value))) is JsonElement raw
            && JsonNode.DeepEquals(JsonNode.Parse(raw.GetRawText()), JsonNode.Parse(json.GetRawText())),
        JsonValueKind.Null => value is null,
        JsonValueKind.String when value is DateTimeOffset timestamp => timestamp == json.GetDateTimeOffset(),
        JsonValueKind.String => value?.ToString() == (value is Platform ? Platform.FromV2(json.GetString()).ToString() : json.GetString()),
        JsonValueKind.Number when value is double measure => measure == json.GetDouble(),
        JsonValueKind.Number => value is int or long or decimal && Convert.ToDecimal(value, CultureInfo.InvariantCulture) == json.GetDecimal(),
        JsonValueKind.True or JsonValueKind.False => value is bool flag && flag == json.GetBoolean(),
        _ => false,
    };

    /// <summary>Returns whether a value is empty: text is empty unless it is nullable, lists are empty, and embedded objects have empty fields.</summary>
    private static bool IsEmpty(PropertyInfo property, object? value) => value switch
    {
        null => property.PropertyType.IsValueType || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable,
        _ when new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable => false,
        string text => text.Length == 0,
        ValueType => value.Equals(Activator.CreateInstance(value.GetType())),
        IEnumerable list => !list.Cast<object>().Any(),
        _ => value.GetType().GetProperties().All(inner => IsEmpty(inner, inner.GetValue(value))),
    };

    private static PropertyInfo? Property(object value, string name) =>
        value.GetType().GetProperties().FirstOrDefault(property => WireName.Of(property) == name);
}
