using System.Globalization;
using InboxSdk.Diagnostics;
using Microsoft.Extensions.Logging;

namespace InboxSdk.Pipeline;

/// <summary>Reports, once per client, that the API announces the retirement of the API version in use.</summary>
internal sealed class DeprecationWatch(InboxClientOptions options, ILogger logger)
{
    /// <summary>When Inbox retires v1, as announced.</summary>
    public static readonly DateTimeOffset V1RetiredAt = new(2026, 12, 3, 0, 0, 0, TimeSpan.Zero);

    private const string SunsetHeader = "Sunset";
    private const string DeprecationHeader = "Deprecation";

    private int _isReported;

    public void Observe(HttpResponseMessage response)
    {
        if (Volatile.Read(ref _isReported) != 0)
            return;
        var headers = response.Headers.NonValidated;
        if (!headers.Contains(SunsetHeader) && !headers.Contains(DeprecationHeader))
            return;
        if (Interlocked.Exchange(ref _isReported, 1) != 0)
            return;

        var deprecation = new InboxDeprecation { ApiVersion = options.ApiVersion, DeprecatedAt = Deprecated(response), SunsetAt = Sunset(response) };
        logger.Deprecated(deprecation.ApiVersion, deprecation.SunsetAt);
        try
        {
            options.OnDeprecation?.Invoke(deprecation);
        }
        catch (Exception exception)
        {
            // An error of the application, in a call that succeeded.
            logger.DeprecationCallbackFailed(exception);
        }
    }

    /// <summary>When the API version is or was retired; null if the header is absent or not a date.</summary>
    public static DateTimeOffset? Sunset(HttpResponseMessage response) => Text(response, SunsetHeader) is { } text ? Date(text) : null;

    // RFC 9745 specifies seconds after an '@'; drafts of it a date, or just "true".
    private static DateTimeOffset? Deprecated(HttpResponseMessage response) => Text(response, DeprecationHeader) switch
    {
        null => null,
        ['@', .. var seconds] => long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var unix) && unix <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(unix)
            : null,
        var text => Date(text),
    };

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static string? Text(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString().Trim() : null;
}
