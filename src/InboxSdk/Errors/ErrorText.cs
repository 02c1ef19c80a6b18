using System.Text.Json;
using InboxSdk.Diagnostics;
using InboxSdk.Serialization;

namespace InboxSdk.Errors;

internal static class ErrorText
{
    /// <summary>Reads the text of an error property as one line; null if it is not text, so that it does not hide the rest.</summary>
    public static string? OneLine(this JsonElement value, int maxLength = 500)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? Text.OneLine(value.GetString()!, maxLength) : null;
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate, as from a truncated emoji, or bytes that are not UTF-8.
            return null;
        }
    }

    /// <summary>Reads the current value as one line of text; null if it is not text.</summary>
    public static string? OneLine(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && JsonText.Read(ref reader) is { } text && !string.IsNullOrWhiteSpace(text) ? Text.OneLine(text) : null;
}
