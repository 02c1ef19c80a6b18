using System.Text.Json;
using InboxSdk.Http;

namespace InboxSdk.Errors;

/// <summary>What an error's body says, in either form of the API: <c>{"error":{"code","message","status"}}</c>, and on 401 and 403 also
/// <c>{"error":"Unauthorized","message"}</c>. Anything else, such as a proxy's HTML, says nothing.</summary>
internal readonly record struct ErrorBody(string? Code, string? Message)
{
    public static ErrorBody Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            if (!JsonDocument.TryParseValue(ref reader, out var document))
                return default;
            using (document)
                return Read(document.RootElement);
        }
        catch (JsonException)
        {
            // Not JSON, or cut at the bound: the status alone then tells what happened.
            return default;
        }
    }

    private static ErrorBody Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("error", out var error))
            return default;

        return error.ValueKind switch
        {
            JsonValueKind.Object => new(String(error, "code"), String(error, "message")),
            JsonValueKind.String => new(null, String(root, "message") ?? Clean(error.GetString())),
            _ => default,
        };
    }

    private static string? String(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Clean(value.GetString()) : null;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : Text.OneLine(text);
}
