using System.Text.Json;

namespace InboxSdk.V2;

/// <summary>Reads properties of an object of an unknown kind.</summary>
internal static class RawFields
{
    /// <summary>Returns a text; null if there is none.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A name or text with an unpaired surrogate, which none of those read has.
            return null;
        }
    }
}
