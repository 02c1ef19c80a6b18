using System.Text.Json;
using InboxSdk.Http;
using InboxSdk.Serialization;

namespace InboxSdk.Errors;

internal static class ErrorText
{
    /// <summary>Reads a text of an error on one line. What is no text reads as null: an odd part must not hide the rest.</summary>
    public static string? OneLine(this JsonElement value, int maxLength = 500)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? Text.OneLine(value.GetString()!, maxLength) : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, as from an emoji cut in two, or bytes that are not UTF-8.
            return null;
        }
    }

    /// <summary>Reads a text where the reader stands, on one line. What is no text reads as null.</summary>
    public static string? OneLine(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && TextJsonConverter.Read(ref reader) is { } text && !string.IsNullOrWhiteSpace(text) ? Text.OneLine(text) : null;
}
