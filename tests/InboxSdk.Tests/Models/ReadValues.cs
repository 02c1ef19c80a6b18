using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using InboxSdk.Tests.Support;
using InboxSdk.V2;

namespace InboxSdk.Tests.Models;

/// <summary>Compares an object with the JSON it was read from, value by value.</summary>
internal static class ReadValues
{
    // A model may omit the field that selects its type.
    private static readonly HashSet<string> NotInModels = ["_tag", "type", "kind", .. ModelJson.Unknown.Keys];

    /// <summary>Lists the values of the response to a call that were not read, and the fields that it has no value for and that are not empty.</summary>
    public static IReadOnlyList<string> Differences(OperationCall call, string response, object? value)
    {
        using var document = JsonDocument.Parse(response);
        var (json, page) = (document.RootElement, value as OperationCalls.FirstPage);
        var differences = new List<string>();
        if (call.Field is null)
        {
            Compare(json, page?.Data ?? value, "$", differences);
            return differences;
        }

        Compare(json.GetProperty(call.Field), page?.Data ?? value, $"$.{call.Field}", differences);
        var hasMore = (json.TryGetProperty("nextCursor", out var cursor) && cursor.ValueKind != JsonValueKind.Null) || (json.TryGetProperty("hasMore", out var more) && more.GetBoolean());
        if (page?.HasMore is { } read && read != hasMore)
            differences.Add("$ has more pages");
        differences.AddRange(json.EnumerateObject().Select(field => field.Name).Where(name => !NotInModels.Contains(name))
            .Except(call.Response!.GetProperties().Select(WireName.Of)).Select(name => $"$.{name} is not in the response"));
        return differences;
    }

    /// <summary>Lists the properties of a model that are not empty.</summary>
    public static IEnumerable<string> NotEmpty(object model) =>
        model.GetType().GetProperties().Where(property => !IsEmpty(property, property.GetValue(model))).Select(property => property.Name);

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

        // The client adds properties to this result that the response does not have.
        if (value is MessageSendResult)
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
        JsonValueKind.String when value is DateTimeOffset timestamp => timestamp.EqualsExact(json.GetDateTimeOffset()),
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
