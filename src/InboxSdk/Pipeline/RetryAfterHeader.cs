using System.Globalization;
using System.Net;
using InboxSdk.Errors;

namespace InboxSdk.Pipeline;

/// <summary>Reads the delay that a response requests: <c>Retry-After</c> in all its forms, including those that the typed header rejects, or else the error's details or the rate
/// limit's reset.</summary>
internal static class RetryAfterHeader
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private static readonly string[] Days = CultureInfo.InvariantCulture.DateTimeFormat.DayNames;

    // The three forms of RFC 9110, section 5.6.7: IMF-fixdate, RFC 850 and asctime.
    private static readonly string[] DateForms = ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>Reads the delay: the header; or else <c>retryAfterSeconds</c> of the error's details; or else, if the rate limit rejected the request, <c>resetAt</c> of
    /// the details; or else <c>X-RateLimit-Reset</c>.</summary>
    /// <returns>The delay from now on, zero to 365 days, or <see langword="null"/> if there is none.</returns>
    public static TimeSpan? Read(HttpResponseMessage response, ErrorBody error, TimeProvider timeProvider)
    {
        if (Header(response, timeProvider) is { } header)
            return header;
        if (error.Details.Seconds("retryAfterSeconds") is { } seconds)
            return Bounded(seconds - ResponseTime.Age(response));
        return RateLimitHeaders.IsRefusedByRateLimit(response, error) && (error.Details.Timestamp("resetAt") ?? RateLimitHeaders.Reset(response)) is { } reset
            ? Bounded(reset - ResponseTime.ServerNow(response, timeProvider))
            : null;
    }

    /// <summary>Returns the longest of the header's values: an intermediary can add its own, on another line or after a comma.</summary>
    private static TimeSpan? Header(HttpResponseMessage response, TimeProvider timeProvider)
    {
        if (!response.Headers.NonValidated.TryGetValues("Retry-After", out var lines))
            return null;

        TimeSpan? longest = null;
        foreach (var line in lines)
        {
            var rest = line.AsSpan();
            while (!rest.IsEmpty)
            {
                var length = ValueLength(rest);
                if (Value(rest[..length].Trim(), response, timeProvider) is { } wait && !(wait <= longest))
                    longest = wait;
                rest = length < rest.Length ? rest[(length + 1)..] : [];
            }
        }

        return longest;
    }

    // A comma ends a value, except after the day of the week.
    private static int ValueLength(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        if (comma < 0)
            return text.Length;
        if (!IsDay(text[..comma].Trim()))
            return comma;
        var next = text[(comma + 1)..].IndexOf(',');
        return next < 0 ? text.Length : comma + 1 + next;
    }

    private static bool IsDay(ReadOnlySpan<char> text)
    {
        foreach (var day in Days)
        {
            if (text.SequenceEqual(day) || text.SequenceEqual(day.AsSpan(0, 3)))
                return true;
        }

        return false;
    }

    private static TimeSpan? Value(ReadOnlySpan<char> text, HttpResponseMessage response, TimeProvider timeProvider)
    {
        // The parser accepts "NaN", which is neither negative nor positive.
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
        {
            return !(seconds >= 0) ? null
                : Bounded((seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(Math.Ceiling(seconds))) - ResponseTime.Age(response));
        }

        return DateTimeOffset.TryParseExact(
            text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out var date)
            ? Bounded(date - ResponseTime.ServerNow(response, timeProvider))
            : null;
    }

    private static TimeSpan Bounded(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
