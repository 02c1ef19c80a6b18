using System.Text.Json;

namespace InboxSdk.Sandbox.Http;

/// <summary>Reads the properties of a JSON object. Unknown properties are ignored; those of a wrong type are rejected by name.</summary>
internal sealed class JsonBody
{
    private readonly JsonElement _root;

    private JsonBody(JsonElement root) => _root = root;

    public static JsonBody Parse(RequestBody body)
    {
        if (body.IsTooLarge)
            throw new ApiError(413, "PAYLOAD_TOO_LARGE", $"The body is larger than {RequestBody.MaxBytes} bytes.");
        if (!body.IsJson)
            throw ApiError.BadRequest($"The Content-Type of the body must be {RequestBody.JsonType}.");

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
