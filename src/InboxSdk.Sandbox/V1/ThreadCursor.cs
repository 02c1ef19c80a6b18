using System.Globalization;
using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V1;

/// <summary>A position in the list of threads: that of the last thread of a page, whether or not it is still there.</summary>
internal static class ThreadCursor
{
    // More lenient than the format written: clients parse a time and format it in their own way.
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    public static (DateTimeOffset At, string Id)? Parse(QueryReader query)
    {
        var (id, timestamp) = (query.Optional("cursor[id]"), query.Optional("cursor[timestamp]"));
        if (id is null && timestamp is null)
            return null;
        if (id is null || timestamp is null)
            throw ApiError.BadRequest("A cursor needs both cursor[id] and cursor[timestamp].");
        if (!DateTimeOffset.TryParseExact(timestamp, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            throw ApiError.BadRequest($"cursor[timestamp] is not a time such as 2026-01-01T00:00:00.000Z: '{timestamp}'.");
        return (at, id);
    }

    public static void Write(Utf8JsonWriter json, string name, SandboxThread last, SandboxState state)
    {
        json.WriteStartObject(name);
        json.WriteString("id"u8, state.V1Id(last.Id));
        json.WriteTime("timestamp", last.LastMessageAt);
        json.WriteEndObject();
    }
}
