using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Creates list responses, <c>{"data":[…],"nextCursor":…}</c>.</summary>
internal static class Pages
{
    /// <summary>A list that always fits on one page.</summary>
    public static ApiResponse Whole<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => Of([.. items], null, write);

    /// <summary>A page of a list by age, oldest first.</summary>
    public static ApiResponse OldestFirst<T>(V2Call call, IEnumerable<T> items, Func<T, (DateTimeOffset At, string Id)> positionOf, Action<Utf8JsonWriter, T> write)
    {
        var ordered = items.OrderBy(item => positionOf(item).At.ToUnixTimeMilliseconds()).ThenBy(item => positionOf(item).Id, StringComparer.Ordinal);
        return After(call, Cursor.Read(call) is { } last ? ordered.Where(item => IsAfter(positionOf(item), last)) : ordered, positionOf, write);
    }

    /// <summary>A page of the items after the request's cursor.</summary>
    public static ApiResponse After<T>(V2Call call, IEnumerable<T> rest, Func<T, (DateTimeOffset At, string Id)> positionOf, Action<Utf8JsonWriter, T> write)
    {
        var limit = call.Query.Limit();
        // One more than requested, to determine whether there is a next page.
        var found = rest.Take(limit + 1).ToList();
        var page = found.Take(limit).ToList();
        var (at, id) = page.Count < found.Count ? positionOf(page[^1]) : default;
        return Of(page, id is null ? null : Cursor.Write(call, at, id), write);
    }

    public static bool IsAfter((DateTimeOffset At, string Id) position, (DateTimeOffset At, string Id) last)
    {
        // A cursor has millisecond precision.
        var order = position.At.ToUnixTimeMilliseconds().CompareTo(last.At.ToUnixTimeMilliseconds());
        return order > 0 || (order == 0 && string.CompareOrdinal(position.Id, last.Id) > 0);
    }

    private static ApiResponse Of<T>(IReadOnlyList<T> page, string? nextCursor, Action<Utf8JsonWriter, T> write) => ApiResponse.Ok(json =>
    {
        json.WriteArray("data", page, item => write(json, item));
        json.WriteString("nextCursor"u8, nextCursor);
    });
}
