using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Reads the properties of a JSON object. An unknown property or one of a wrong type is rejected with its path.</summary>
internal sealed class V2Body
{
    private readonly JsonElement _root;
    private readonly string[] _path;

    private V2Body(JsonElement root, string[] path, string[] fields)
    {
        (_root, _path) = (root, path);
        if (root.ValueKind != JsonValueKind.Object)
            throw V2Error.Invalid([new(path, "Must be an object.")]);
        var unknown = root.EnumerateObject().Select(field => field.Name).Except(fields).ToList();
        if (unknown.Count > 0)
            throw V2Error.Invalid([.. unknown.Select(name => new Issue([.. path, name], "Unknown field."))]);
    }

    public static V2Body Parse(RequestBody body, string[] fields)
    {
        if (body.IsTooLarge)
            throw new ApiError(413, "PAYLOAD_TOO_LARGE", $"The body is larger than {RequestBody.MaxBytes} bytes.");
        if (!body.IsJson)
            throw V2Error.Invalid([new([], $"The Content-Type of the body must be {RequestBody.JsonType}.")]);
        try
        {
            using var document = JsonDocument.Parse(body.Bytes);
            return new V2Body(document.RootElement.Clone(), [], fields);
        }
        catch (JsonException exception)
        {
            throw V2Error.Invalid([new([], $"Not JSON: {exception.Message}")]);
        }
    }

    public bool Has(string name) => _root.TryGetProperty(name, out _);

    public V2Body Object(string name, params string[] fields) => new(Required(name), [.. _path, name], fields);

    /// <summary>Reads a text property of a nested object, without validating its other properties.</summary>
    public string Peek(string name, string field) =>
        Required(name) is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(field, out var found) && found.ValueKind == JsonValueKind.String
            ? TextOf(found, name)
            : throw Invalid(name, $"Must be an object with a '{field}'.");

    public string Text(string name) =>
        Required(name) is { ValueKind: JsonValueKind.String } value && TextOf(value, name) is { Length: > 0 } text
            ? text
            : throw Invalid(name, "Must be a non-empty string.");

    public string? TextOrNull(string name) => Required(name) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } value => TextOf(value, name),
        _ => throw Invalid(name, "Must be a string or null."),
    };

    public string Id(string name) => Text(name) is var id && V2Id.IsWellFormed(id) ? id : throw Invalid(name, "Not an id.");

    public bool Flag(string name) => Required(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Invalid(name, "Must be true or false."),
    };

    public decimal? NumberOrNull(string name) => Required(name) switch
    {
        { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out var number) => number,
        _ => throw Invalid(name, "Must be a number or null."),
    };

    public ApiError Invalid(string name, string message) => V2Error.Invalid([new([.. _path, name], message)]);

    private JsonElement Required(string name) => _root.TryGetProperty(name, out var value) ? value : throw Invalid(name, "Required.");

    private string TextOf(JsonElement value, string name)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate, such as "\ud800", is valid JSON but not valid text.
            throw Invalid(name, "Not valid Unicode text.");
        }
    }
}
