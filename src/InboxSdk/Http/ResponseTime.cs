namespace InboxSdk.Http;

/// <summary>When a response was made, and by which clock.</summary>
internal static class ResponseTime
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(365);

    /// <summary>How long a cache has held the response (<c>Age</c>), zero to 365 days; zero when the server made it for this request.</summary>
    public static TimeSpan Age(HttpResponseMessage response) =>
        HeaderNumbers.Greatest(response, "Age") is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, (long)Oldest.TotalSeconds)) : TimeSpan.Zero;

    /// <summary>The present time by the clock that the response's timestamps are on: the server's, which <c>Date</c> shows, whatever our own says.</summary>
    public static DateTimeOffset ServerNow(HttpResponseMessage response, TimeProvider timeProvider) =>
        response.Headers.Date is { } date ? (DateTimeOffset.MaxValue - date > Oldest ? date + Age(response) : date) : timeProvider.GetUtcNow();
}
