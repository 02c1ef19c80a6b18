using System.Text.Json;

namespace InboxSdk.Errors;

/// <summary>What an error's body says, in any form of the API: v1's <c>{"error":{"code","message","status"}}</c>, which on 401 and 403 may also be
/// <c>{"error":"Unauthorized","message"}</c>, and v2's <c>{"code","message","details","requestId"}</c>. Anything else, such as a proxy's HTML, says nothing.</summary>
internal sealed record ErrorBody(string? Code = null, string? Message = null, ErrorDetails Details = default, string? RequestId = null)
{
    public static ErrorBody Empty { get; } = new();

    public static ErrorBody Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            if (!JsonDocument.TryParseValue(ref reader, out var document))
                return Empty;
            using (document)
                return Read(document.RootElement);
        }
        catch (JsonException)
        {
            // Not JSON, or cut at the bound: the status alone then tells what happened.
            return Empty;
        }
    }

    private static ErrorBody Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return Empty;
        if (!root.TryGetProperty("error", out var error))
        {
            return String(root, "code") is not { } code ? Empty : new(
                code, String(root, "message"), new(root.TryGetProperty("details", out var details) ? details.Clone() : default), String(root, "requestId"));
        }

        return error.ValueKind switch
        {
            JsonValueKind.Object => new(String(error, "code"), String(error, "message")),
            JsonValueKind.String => new(null, String(root, "message") ?? Clean(error)),
            _ => Empty,
        };
    }

    private static string? String(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? Clean(value) : null;

    private static string? Clean(JsonElement value) => value.OneLine() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
