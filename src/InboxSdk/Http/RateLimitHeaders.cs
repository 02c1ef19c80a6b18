using System.Globalization;

namespace InboxSdk.Http;

/// <summary>Reads the <c>X-RateLimit-*</c> headers. One that is absent or not a number in range says nothing.</summary>
internal static class RateLimitHeaders
{
    public static int? Limit(HttpResponseMessage response) => (int?)Number(response, "X-RateLimit-Limit", int.MaxValue);

    public static int? Remaining(HttpResponseMessage response) => (int?)Number(response, "X-RateLimit-Remaining", int.MaxValue);

    public static DateTimeOffset? Reset(HttpResponseMessage response) =>
        Number(response, "X-RateLimit-Reset", DateTimeOffset.MaxValue.ToUnixTimeSeconds()) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static long? Number(HttpResponseMessage response, string name, long most) =>
        response.Headers.NonValidated.TryGetValues(name, out var values)
        && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= most
            ? number
            : null;
}
