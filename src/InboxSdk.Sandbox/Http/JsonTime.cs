using System.Globalization;
using System.Text.Json;

namespace InboxSdk.Sandbox.Http;

/// <summary>Writes timestamps as both API versions do: UTC, with milliseconds.</summary>
internal static class JsonTime
{
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset time) =>
        json.WriteString(name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
