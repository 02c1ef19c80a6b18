using System.Globalization;
using System.Text.Json;

namespace InboxSdk.Sandbox.Http;

/// <summary>Reads the properties of a JSON object. Unknown properties are ignored; those of a wrong type are rejected by name.</summary>
internal sealed class JsonBody
{
    private readonly JsonElement _root;

    private JsonBody(JsonElement root) => _root = root;

    public static JsonBody Parse(RequestBody body)
    {
        body.RequireJson();
        try
        {
            using var document = JsonDocument.Parse(body.Bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new JsonBody(document.RootElement.Clone())
                : throw ApiError.Invalid("The body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw ApiError.BadRequest($"The body is not JSON: {exception.Message}");
        }
    }

    /// <summary>Rejects properties with other names.</summary>
    public void RequireOnly(IEnumerable<string> names)
    {
        if (_root.EnumerateObject().Select(property => property.Name).Except(names).FirstOrDefault() is { } unknown)
            throw ApiError.Invalid($"'{unknown}' is not a property of this body.");
    }

    public bool Has(string name) => _root.TryGetProperty(name, out _);

    public string? StringOrNull(string name) => _root.GetProperty(name) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } value => TextOf(value, name),
        _ => throw ApiError.Invalid($"'{name}' must be a string or null."),
    };

    public decimal? DecimalOrNull(string name) => _root.GetProperty(name) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out var number) => number,
        _ => throw ApiError.Invalid($"'{name}' must be a number or null."),
    };

    /// <summary>Reads a whole number in a range.</summary>
    public int Integer(string name, int min, int max) => _root.GetProperty(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= min && number <= max
        ? number
        : throw ApiError.Invalid(string.Create(CultureInfo.InvariantCulture, $"'{name}' must be a whole number from {min} to {max}."));

    /// <summary>Reads a number in a range.</summary>
    public double Number(string name, double min, double max) => _root.GetProperty(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && number >= min && number <= max
        ? number
        : throw ApiError.Invalid(string.Create(CultureInfo.InvariantCulture, $"'{name}' must be a number from {min} to {max}."));

    /// <summary>Reads a string that is not empty.</summary>
    public string Text(string name) => Has(name) && StringOrNull(name) is { Length: > 0 } text ? text : throw ApiError.Invalid($"'{name}' is required.");

    /// <summary>Reads an array of objects.</summary>
    public JsonBody[] Objects(string name) => _root.GetProperty(name) is { ValueKind: JsonValueKind.Array } array && array.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
        ? [.. array.EnumerateArray().Select(item => new JsonBody(item))]
        : throw ApiError.Invalid($"'{name}' must be an array of objects.");

    public bool Boolean(string name) => _root.GetProperty(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw ApiError.Invalid($"'{name}' must be true or false."),
    };

    /// <summary>Reads an array of strings; <see langword="null"/> is read as an empty one.</summary>
    public string[] Strings(string name) => _root.GetProperty(name) switch
    {
        { ValueKind: JsonValueKind.Null } => [],
        { ValueKind: JsonValueKind.Array } array when array.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            [.. array.EnumerateArray().Select(item => TextOf(item, name))],
        _ => throw ApiError.Invalid($"'{name}' must be an array of strings or null."),
    };

    private static string TextOf(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate, such as "\ud800", is valid JSON but not valid text.
            throw ApiError.Invalid($"'{name}' is not valid Unicode text.");
        }
    }
}
