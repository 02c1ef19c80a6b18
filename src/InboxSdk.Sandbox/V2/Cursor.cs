using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InboxSdk.Sandbox.V2;

/// <summary>A position in a list, opaque to callers and valid only for the same list with the same filters.</summary>
internal static class Cursor
{
    public static (DateTimeOffset At, string Id)? Read(V2Call call)
    {
        // An empty cursor is valid and starts at the beginning.
        if (call.Query.Text("cursor", mayBeEmpty: true) is not { Length: > 0 } cursor)
            return null;

        var parts = Decoded(cursor)?.Split('.', 3);
        return parts is [var list, var time, { Length: > 0 } id] && list == ListOf(call) && TimeOf(time) is { } at ? (at, id) : throw V2Error.InvalidCursor();
    }

    public static string Write(V2Call call, DateTimeOffset at, string id)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{ListOf(call)}.{at.ToUnixTimeMilliseconds()}.{id}");
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private static string ListOf(V2Call call) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Operation}/{call.Id}?{call.Query.FilterText()}")), 0, 6);

    private static DateTimeOffset? TimeOf(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private static string? Decoded(string cursor)
    {
        var text = cursor.Replace('-', '+').Replace('_', '/');
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var written)
            ? Encoding.UTF8.GetString(bytes, 0, written)
            : null;
    }
}
