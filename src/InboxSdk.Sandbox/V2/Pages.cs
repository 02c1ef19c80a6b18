using System.Text.Json;
using InboxSdk.Sandbox.Http;

namespace InboxSdk.Sandbox.V2;

/// <summary>Answers lists as <c>{"data":[…],"nextCursor":…}</c>.</summary>
internal static class Pages
{
    /// <summary>Answers a list that is never longer than one page.</summary>
    public static Reply Whole<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => Of([.. items], null, write);

    /// <summary>Answers a page of a list by age, oldest first.</summary>
    public static Reply OldestFirst<T>(V2Call call, IEnumerable<T> items, Func<T, (DateTimeOffset At, string Id)> positionOf, Action<Utf8JsonWriter, T> write)
    {
        var ordered = items.OrderBy(item => positionOf(item).At.ToUnixTimeMilliseconds()).ThenBy(item => positionOf(item).Id, StringComparer.Ordinal);
        return After(call, Cursor.Read(call) is { } last ? ordered.Where(item => IsAfter(positionOf(item), last)) : ordered, positionOf, write);
    }

    /// <summary>Answers a page of items that begin after the request's cursor.</summary>
    public static Reply After<T>(V2Call call, IEnumerable<T> rest, Func<T, (DateTimeOffset At, string Id)> positionOf, Action<Utf8JsonWriter, T> write)
    {
        var limit = call.Query.Limit();
        // One more than asked for tells whether there is a next page.
        var found = rest.Take(limit + 1).ToList();
        var page = found.Take(limit).ToList();
        var (at, id) = page.Count < found.Count ? positionOf(page[^1]) : default;
        return Of(page, id is null ? null : Cursor.Write(call, at, id), write);
    }

    public static bool IsAfter((DateTimeOffset At, string Id) position, (DateTimeOffset At, string Id) last)
    {
        // A cursor keeps milliseconds.
        var order = position.At.ToUnixTimeMilliseconds().CompareTo(last.At.ToUnixTimeMilliseconds());
        return order > 0 || (order == 0 && string.CompareOrdinal(position.Id, last.Id) > 0);
    }

    private static Reply Of<T>(IReadOnlyList<T> page, string? nextCursor, Action<Utf8JsonWriter, T> write) => Reply.Ok(json =>
    {
        json.WriteArray("data", page, item => write(json, item));
        json.WriteString("nextCursor"u8, nextCursor);
    });
}
