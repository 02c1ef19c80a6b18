using System.Globalization;
using InboxSdk.Errors;

namespace InboxSdk.Http;

/// <summary>Reads <c>Retry-After</c> in all its forms, also those that the typed header refuses.</summary>
internal static class RetryAfterHeader
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>Reads the hint of an answer: the header's, else the one v2 puts into the error.</summary>
    public static TimeSpan? Read(HttpResponseMessage response, ErrorBody error, TimeProvider timeProvider) =>
        Read(response, timeProvider) ?? error.Details.Seconds("retryAfterSeconds");

    /// <returns>How long to wait, at least zero and at most a year; null when the header is absent, negative or neither a number nor a date.</returns>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider timeProvider)
    {
        if (!response.Headers.NonValidated.TryGetValues("Retry-After", out var values))
            return null;

        var text = values.ToString().Trim();
        // "NaN" is a number to the parser, and neither below zero nor above.
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return !(seconds >= 0) ? null : seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(Math.Ceiling(seconds));

        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return null;

        // A date is on the server's clock, and so is the Date header beside it: their difference holds whatever our own clock says.
        var wait = date - (response.Headers.Date ?? timeProvider.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
    }
}
