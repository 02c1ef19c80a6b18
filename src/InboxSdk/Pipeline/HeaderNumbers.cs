using System.Globalization;

namespace InboxSdk.Pipeline;

/// <summary>Reads headers that contain a non-negative integer. An intermediary can add its own, on another line or after a comma; invalid values are skipped.</summary>
internal static class HeaderNumbers
{
    /// <returns>The smallest of the header's numbers, or <see langword="null"/> if it has none up to <paramref name="most"/>.</returns>
    public static long? Least(HttpResponseMessage response, string name, long most) => Find(response, name, most, isGreatest: false);

    /// <returns>The largest of the header's numbers, or <see langword="null"/> if it has none.</returns>
    public static long? Greatest(HttpResponseMessage response, string name) => Find(response, name, long.MaxValue, isGreatest: true);

    private static long? Find(HttpResponseMessage response, string name, long most, bool isGreatest)
    {
        if (!response.Headers.NonValidated.TryGetValues(name, out var lines))
            return null;
        long? found = null;
        foreach (var line in lines)
        {
            var rest = line.AsSpan();
            while (!rest.IsEmpty)
            {
                var comma = rest.IndexOf(',');
                var value = (comma < 0 ? rest : rest[..comma]).Trim();
                if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
                    found = found is not { } before ? number : isGreatest ? Math.Max(before, number) : Math.Min(before, number);
                rest = comma < 0 ? [] : rest[(comma + 1)..];
            }
        }

        return found;
    }
}
