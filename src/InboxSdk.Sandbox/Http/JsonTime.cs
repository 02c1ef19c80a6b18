using System.Globalization;
using System.Text.Json;

namespace InboxSdk.Sandbox.Http;

/// <summary>Writes moments as every generation of the API does: UTC, to the millisecond.</summary>
internal static class JsonTime
{
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset time) =>
        json.WriteString(name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
