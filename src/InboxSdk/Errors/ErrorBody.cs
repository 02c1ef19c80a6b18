using System.Net;
using System.Text.Json;

namespace InboxSdk.Errors;

/// <summary>The body of an error, in any format of the API: v1's <c>{"error":{"code","message","status"}}</c>, which on 401 and 403 may also be
/// <c>{"error":"Unauthorized","message"}</c>, and v2's <c>{"code","message","details","requestId"}</c>.</summary>
internal sealed record ErrorBody(string? Code = null, string? Message = null, ErrorDetails Details = default, string? RequestId = null)
{
    public static ErrorBody Empty { get; } = new();

    /// <summary>Parses a body.</summary>
    /// <param name="utf8">The body, without a byte order mark.</param>
    /// <param name="status">The status of the response.</param>
    /// <param name="isCut">Whether the body is truncated. It then suffices that it begins like the API's own.</param>
    /// <returns>The error, or null if the body has none of the formats and is therefore not the API's own.</returns>
    public static ErrorBody? Read(ReadOnlySpan<byte> utf8, HttpStatusCode status, bool isCut)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            if (!JsonDocument.TryParseValue(ref reader, out var document))
                return null;
            using (document)
                return Read(document.RootElement, status);
        }
        catch (JsonException)
        {
            return isCut ? ReadBeginning(utf8) : null;
        }
    }

    private static ErrorBody? Read(JsonElement root, HttpStatusCode status)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        if (!root.TryGetProperty("error", out var error))
        {
            // The API description has all four properties in every error; gateways have some of them.
            return HasText(root, "code") && HasText(root, "message") && HasText(root, "requestId") && root.TryGetProperty("details", out var details)
                ? new(String(root, "code"), String(root, "message"), new(details.Clone()), String(root, "requestId"))
                : null;
        }

        return error.ValueKind switch
        {
            JsonValueKind.Object when HasText(error, "code") => new(String(error, "code"), String(error, "message")),
            JsonValueKind.String when status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && HasText(root, "message") => new(null, String(root, "message")),
            _ => null,
        };
    }

    /// <summary>Parses the beginning of a truncated body.</summary>
    private static ErrorBody? ReadBeginning(ReadOnlySpan<byte> utf8)
    {
        string? code = null, message = null, requestId = null;
        var hasBegun = false;
        try
        {
            var reader = new Utf8JsonReader(utf8, isFinalBlock: false, state: default);
            while (reader.Read())
            {
                if (!hasBegun && reader.TokenType != JsonTokenType.StartObject)
                    return null;
                hasBegun = true;
                if (reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                var name = reader.ValueTextEquals("code"u8) ? Part.Code
                    : reader.ValueTextEquals("message"u8) ? Part.Message
                    : reader.ValueTextEquals("requestId"u8) ? Part.RequestId
                    : reader.ValueTextEquals("details"u8) ? Part.Details
                    : reader.ValueTextEquals("error"u8) ? Part.Error
                    : Part.Unknown;
                if (name == Part.Unknown && reader.CurrentDepth == 1 && (code, message, requestId) == default)
                    return null;
                if (!reader.Read() || (name == Part.Details && !reader.TrySkip()))
                    break;
                if (name == Part.Code)
                    code ??= ErrorText.OneLine(ref reader);
                else if (name == Part.Message)
                    message ??= ErrorText.OneLine(ref reader);
                else if (name == Part.RequestId)
                    requestId ??= ErrorText.OneLine(ref reader);
            }

            return new(code, message, default, requestId);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private enum Part
    {
        Unknown,
        Code,
        Message,
        Details,
        RequestId,
        Error,
    }

    private static bool HasText(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String;

    private static string? String(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.OneLine() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
