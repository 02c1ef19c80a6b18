using System.Text.Json;

namespace InboxSdk.Errors;

/// <summary>The details of a v2 error. A property that is absent or of an unexpected type is read as null, so that it does not hide the error.</summary>
internal readonly record struct ErrorDetails(JsonElement Json)
{
    private const int MaxItems = 100;

    public JsonElement? Raw => Json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : Json;

    public string? String(string name) => Property(name)?.OneLine();

    public int? Count(string name) => Property(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var count) && count >= 0 ? count : null;

    public DateTimeOffset? Timestamp(string name) =>
        Property(name) is { ValueKind: JsonValueKind.String } value && value.TryGetDateTimeOffset(out var timestamp) ? timestamp : null;

    public TimeSpan? Seconds(string name) => Count(name) is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, 365 * 24 * 3600)) : null;

    public IReadOnlyList<T> List<T>(string name, Func<JsonElement, T?> item)
        where T : class =>
        Property(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Take(MaxItems).Select(item).OfType<T>()] : [];

    private JsonElement? Property(string name) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) ? value : null;
}
